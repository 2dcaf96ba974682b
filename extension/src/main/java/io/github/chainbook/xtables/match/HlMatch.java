package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -m hl}: the hop limit; iptables-extensions(8), section hl. */
public final class HlMatch {

  /** That it is this, 0 to 255 hops. */
  public static final OptionSpec<Long> HL_EQ =
      OptionSpec.of("--hl-eq", Numbers.between(0, 255))
          .alias("--hl")
          .orNot()
          .not("--hl-lt", "--hl-gt");

  /** That it is below this, 0 to 255 hops. */
  public static final OptionSpec<Long> HL_LT =
      OptionSpec.of("--hl-lt", Numbers.between(0, 255)).not("--hl-gt");

  /** That it is above this, 0 to 255 hops. */
  public static final OptionSpec<Long> HL_GT = OptionSpec.of("--hl-gt", Numbers.between(0, 255));

  private HlMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("hl", HL_EQ, HL_LT, HL_GT)
            .onlyFor(Family.IPV6)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match hl needs --hl-eq, --hl-lt or --hl-gt");
                  }
                }));
  }

  /** Whether that many hops are left; hl_mt6 in net/netfilter/xt_hl.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    long low = given.get(HL_EQ).or(() -> given.get(HL_GT).map(hops -> hops + 1)).orElse(0L);
    long high = given.get(HL_EQ).or(() -> given.get(HL_LT).map(hops -> hops - 1)).orElse(255L);
    boolean negated = given.isNegated(HL_EQ);
    // Below 0 there is nothing, nor above 255.
    return low > high
        ? packet -> Truth.NO
        : packet -> packet.within(Field.TTL, low, high).not(negated);
  }
}
