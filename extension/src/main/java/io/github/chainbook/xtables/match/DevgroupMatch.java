package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.NamedMark;
import java.util.List;
import java.util.Set;

/**
 * {@code -m devgroup}: the groups of interfaces; iptables-extensions(8), section devgroup. Names
 * are those of iproute2's {@code group}.
 */
public final class DevgroupMatch {

  /** The group of the interface that it came in by. */
  public static final OptionSpec<Mark> SRC_GROUP =
      OptionSpec.of("--src-group", NamedMark.zeroIs("default")).orNot();

  /** The group of the interface that it leaves by. */
  public static final OptionSpec<Mark> DST_GROUP =
      OptionSpec.of("--dst-group", NamedMark.zeroIs("default")).orNot();

  private DevgroupMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("devgroup", SRC_GROUP, DST_GROUP)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match devgroup needs --src-group or --dst-group");
                  }
                })
            .atHooks(DevgroupMatch::hooks));
  }

  // devgroup_mt_checkentry in net/netfilter/xt_devgroup.c.
  private static Set<String> hooks(Options given) {
    if (given.has(SRC_GROUP)) {
      return given.has(DST_GROUP) ? Set.of("FORWARD") : Set.of("PREROUTING", "INPUT", "FORWARD");
    }
    return given.has(DST_GROUP) ? Set.of("FORWARD", "OUTPUT", "POSTROUTING") : Set.of();
  }

  /**
   * Whether its interfaces are of such groups; devgroup_mt in net/netfilter/xt_devgroup.c. Group 0
   * is that of all of which nothing else was said.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth inDefault = inDefault(given, SRC_GROUP).and(inDefault(given, DST_GROUP));
    boolean any = isAny(given, SRC_GROUP) && isAny(given, DST_GROUP);
    return packet -> any || packet.machine().isComplete() ? inDefault : Truth.UNKNOWN;
  }

  private static Truth inDefault(Options given, OptionSpec<Mark> spec) {
    return given
        .get(spec)
        .map(group -> Truth.of((group.value() & group.mask()) == 0).not(given.isNegated(spec)))
        .orElse(Truth.YES);
  }

  private static boolean isAny(Options given, OptionSpec<Mark> spec) {
    return given.get(spec).map(group -> group.mask() == 0).orElse(true);
  }
}
