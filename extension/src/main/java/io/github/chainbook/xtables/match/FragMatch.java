package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.OrderedRange;
import java.util.ArrayList;
import java.util.List;

/** {@code -m frag}: the Fragment header of IPv6; iptables-extensions(8), section frag. */
public final class FragMatch {

  private static final int MORE_FOLLOW = 1;

  /** Every identification. */
  private static final NumberRange ALL = new NumberRange(0, Numbers.MAX_32);

  /** The identifications that it may have, numbers of 32 bits. */
  public static final OptionSpec<NumberRange> ID =
      OptionSpec.of("--fragid", OrderedRange.upTo(Numbers.MAX_32)).orNot();

  /** How long the header is, in bytes; the kernel does not look at it. */
  public static final OptionSpec<Long> LENGTH =
      OptionSpec.of("--fraglen", Numbers.between(0, Numbers.MAX_32)).orNot();

  /** That the header's reserved bits are zero. */
  public static final OptionSpec<Flag> RESERVED = OptionSpec.flag("--fragres");

  /** That it is the first fragment. */
  public static final OptionSpec<Flag> FIRST = OptionSpec.flag("--fragfirst");

  /** That more fragments follow. */
  public static final OptionSpec<Flag> MORE = OptionSpec.flag("--fragmore").not("--fraglast");

  /** That it is the last fragment. */
  public static final OptionSpec<Flag> LAST = OptionSpec.flag("--fraglast");

  private FragMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("frag", ID, LENGTH, RESERVED, FIRST, MORE, LAST)
            .onlyFor(Family.IPV6)
            .printed(FragMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    Ranges.add(given, ID, ALL, printed);
    for (OptionSpec<?> spec : List.of(LENGTH, RESERVED, FIRST, MORE, LAST)) {
      given.option(spec).ifPresent(printed::add);
    }
    return printed;
  }

  /** Whether there is such a header; frag_mt6 in net/ipv6/netfilter/ip6t_frag.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    NumberRange id = given.get(ID, ALL);
    boolean notId = given.isNegated(ID);
    // Bits of the second to fourth byte that must be zero, and one that must be set.
    int zero =
        (given.has(RESERVED) ? 0xFF0006 : 0)
            | (given.has(FIRST) ? 0xFFF8 : 0)
            | (given.has(LAST) ? MORE_FOLLOW : 0);
    int set = given.has(MORE) ? MORE_FOLLOW : 0;
    ExtensionHeaders.Test test =
        (packet, bytes, at) -> {
          Truth holds =
              HeaderBytes.within(HeaderBytes.number(bytes, at + 4, 4), id.low(), id.high())
                  .not(notId);
          long bits = HeaderBytes.number(bytes, at + 1, 3);
          if (zero == 0 && set == 0) {
            return holds;
          }
          return holds.and(
              bits < 0 ? Truth.UNKNOWN : Truth.of((bits & zero) == 0 && (bits & set) == set));
        };
    return packet -> ExtensionHeaders.ask(packet, ExtensionHeaders.FRAGMENT, 8, test);
  }
}
