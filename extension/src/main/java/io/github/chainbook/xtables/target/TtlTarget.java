package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -j TTL}: changes the time to live; iptables-extensions(8), section TTL. */
public final class TtlTarget {

  /** Sets it, to 0 to 255 hops. */
  public static final OptionSpec<Long> TTL_SET =
      OptionSpec.of("--ttl-set", Numbers.between(0, 255)).not("--ttl-dec", "--ttl-inc");

  /** Makes it smaller by so many hops, down to 0. */
  public static final OptionSpec<Long> TTL_DEC =
      OptionSpec.of("--ttl-dec", Numbers.between(1, 255)).not("--ttl-inc");

  /** Makes it greater by so many hops, up to 255. */
  public static final OptionSpec<Long> TTL_INC =
      OptionSpec.of("--ttl-inc", Numbers.between(1, 255));

  private TtlTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TTL", TTL_SET, TTL_DEC, TTL_INC)
            .onlyFor(Family.IPV4)
            .inTables("mangle")
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("target TTL needs --ttl-set, --ttl-dec or --ttl-inc");
                  }
                }));
  }

  /** Changes it, within 0 and 255; ttl_tg in net/netfilter/xt_HL.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    long fixed = given.get(TTL_SET, -1L);
    long added = given.get(TTL_INC, 0L) - given.get(TTL_DEC, 0L);
    return packet -> {
      if (fixed >= 0) {
        packet.set(Field.TTL, fixed);
      } else if (packet.isKnown(Field.TTL)) {
        packet.set(Field.TTL, Math.max(0, Math.min(255, packet.number(Field.TTL) + added)));
      } else {
        packet.forget(Field.TTL);
      }
      return Fate.CONTINUE;
    };
  }
}
