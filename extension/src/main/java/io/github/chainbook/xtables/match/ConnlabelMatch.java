package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -m connlabel}: whether the connection bears a label; iptables-extensions(8), section
 * connlabel.
 */
public final class ConnlabelMatch {

  /** XT_CONNLABEL_MAXBIT; linux/netfilter/xt_connlabel.h. */
  private static final int MAX_BIT = 127;

  private static final ValueType<Integer> BIT = WordType.inQuotes((word, rule) -> bit(word));

  /** The label, by number. */
  public static final OptionSpec<Integer> LABEL = OptionSpec.of("--label", BIT).orNot().needed();

  /** That the connection gets the label if it does not bear it. */
  public static final OptionSpec<Flag> SET = OptionSpec.flag("--set");

  private ConnlabelMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("connlabel", LABEL, SET));
  }

  // Any number is cut to an int, where a negative one is none, and then to 16 bits.
  private static int bit(String word) throws BadValue {
    Scan number = Scan.number(word, 0);
    if (number.found() && number.end() == word.length() && (int) number.value() >= 0) {
      int bit = (int) number.value() & 0xFFFF;
      if (bit <= MAX_BIT) {
        return bit;
      }
    }
    throw BadValue.expected(
        "a label's number from 0 to "
            + MAX_BIT
            + " (names are known to the file connlabel.conf of a machine alone)",
        word);
  }
}
