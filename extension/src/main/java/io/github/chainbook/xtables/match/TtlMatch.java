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

/** {@code -m ttl}: the time to live; iptables-extensions(8), section ttl. */
public final class TtlMatch {

  /** That it is this, 0 to 255 hops. */
  public static final OptionSpec<Long> TTL_EQ =
      OptionSpec.of("--ttl-eq", Numbers.between(0, 255))
          .alias("--ttl")
          .orNot()
          .not("--ttl-lt", "--ttl-gt");

  /** That it is below this, 0 to 255 hops. */
  public static final OptionSpec<Long> TTL_LT =
      OptionSpec.of("--ttl-lt", Numbers.between(0, 255)).not("--ttl-gt");

  /** That it is above this, 0 to 255 hops. */
  public static final OptionSpec<Long> TTL_GT = OptionSpec.of("--ttl-gt", Numbers.between(0, 255));

  private TtlMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("ttl", TTL_EQ, TTL_LT, TTL_GT)
            .onlyFor(Family.IPV4)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match ttl needs --ttl-eq, --ttl-lt or --ttl-gt");
                  }
                }));
  }

  /** Whether that many hops are left; ttl_mt in net/netfilter/xt_hl.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    long low = given.get(TTL_EQ).or(() -> given.get(TTL_GT).map(hops -> hops + 1)).orElse(0L);
    long high = given.get(TTL_EQ).or(() -> given.get(TTL_LT).map(hops -> hops - 1)).orElse(255L);
    boolean negated = given.isNegated(TTL_EQ);
    // Below 0 there is nothing, nor above 255.
    return low > high
        ? packet -> Truth.NO
        : packet -> packet.within(Field.TTL, low, high).not(negated);
  }
}
