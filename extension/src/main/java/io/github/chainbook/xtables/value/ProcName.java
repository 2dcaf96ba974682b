package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/**
 * Names of tables that the kernel shows as files below {@code /proc/net}; {@code
 * xt_check_proc_name} in net/netfilter/x_tables.c.
 */
public final class ProcName {

  private ProcName() {}

  /** A name that iptables cuts to so many bytes, printed as it stands. */
  public static ValueType<String> cut(int max) {
    return new Name(Texts.plainCut(max));
  }

  private record Name(ValueType<String> text) implements ValueType<String> {

    @Override
    public boolean isFreeText() {
      return true;
    }

    @Override
    public String read(List<String> words, RuleContext rule) throws BadValue {
      String name = text.read(words, rule);
      if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
        throw BadValue.expected("a name that a file could have", name);
      }
      return name;
    }

    @Override
    public List<Value> print(String value) {
      return text.print(value);
    }
  }
}
