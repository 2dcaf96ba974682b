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

/** {@code -j HL}: changes the hop limit; iptables-extensions(8), section HL. */
public final class HlTarget {

  /** Sets it, to 0 to 255 hops. */
  public static final OptionSpec<Long> HL_SET =
      OptionSpec.of("--hl-set", Numbers.between(0, 255)).not("--hl-dec", "--hl-inc");

  /** Makes it smaller by so many hops, down to 0. */
  public static final OptionSpec<Long> HL_DEC =
      OptionSpec.of("--hl-dec", Numbers.between(1, 255)).not("--hl-inc");

  /** Makes it greater by so many hops, up to 255. */
  public static final OptionSpec<Long> HL_INC = OptionSpec.of("--hl-inc", Numbers.between(1, 255));

  private HlTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("HL", HL_SET, HL_DEC, HL_INC)
            .onlyFor(Family.IPV6)
            .inTables("mangle")
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("target HL needs --hl-set, --hl-dec or --hl-inc");
                  }
                }));
  }

  /** Changes it, within 0 and 255; hl_tg in net/netfilter/xt_HL.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    long fixed = given.get(HL_SET, -1L);
    long added = given.get(HL_INC, 0L) - given.get(HL_DEC, 0L);
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
