package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
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
}
