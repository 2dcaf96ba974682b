package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.ConntrackState;
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

  /** Whether its connection bears the label; connlabel_mt in net/netfilter/xt_connlabel.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    int label = given.get(LABEL).orElseThrow();
    boolean negated = given.isNegated(LABEL);
    boolean set = given.has(SET);
    return packet -> {
      ConnectionView connection = packet.connection();
      if (connection == null) {
        return Truth.of(negated);
      }
      Truth bears = packet.hasLabel(label);
      if (set && bears != Truth.YES && connection.protocol() != 0) {
        packet.setLabel(label);
        // There is no room for labels in a connection that is older than the first such rule.
        boolean fits = packet.state() == ConntrackState.NEW || packet.machine().isComplete();
        bears = fits ? Truth.YES : Truth.UNKNOWN;
      }
      return bears.not(negated);
    };
  }
}
