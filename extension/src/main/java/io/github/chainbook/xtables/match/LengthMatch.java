package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.OrderedRange;
import java.util.List;

/** {@code -m length}; iptables-extensions(8), section length. */
public final class LengthMatch {

  private static final int MAX = 65535;

  /** How many bytes the packet has from its IP header on. */
  public static final OptionSpec<NumberRange> LENGTH =
      OptionSpec.of("--length", OrderedRange.upTo(MAX)).orNot().needed();

  private LengthMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("length", LENGTH));
  }

  /** Whether the packet is so long; length_mt and length_mt6 in net/netfilter/xt_length.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    NumberRange length = given.get(LENGTH).orElseThrow();
    boolean negated = given.isNegated(LENGTH);
    return packet -> packet.within(Field.LENGTH, length.low(), length.high()).not(negated);
  }
}
