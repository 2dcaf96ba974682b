package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;

/**
 * Names of tables that the kernel shows as files below {@code /proc/net}; {@code
 * xt_check_proc_name} in net/netfilter/x_tables.c.
 */
public final class ProcName {

  private ProcName() {}

  /** A name that iptables cuts to so many bytes, printed as it stands. */
  public static ValueType<String> cut(int maxBytes) {
    return WordType.freeText(PlainWord.NAME, (word, rule) -> parse(word, maxBytes), Value::of);
  }

  private static String parse(String word, int maxBytes) throws BadValue {
    String name = Texts.firstBytes(word, maxBytes);
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
      throw BadValue.expected("a name that a file could have", name);
    }
    return name;
  }
}
