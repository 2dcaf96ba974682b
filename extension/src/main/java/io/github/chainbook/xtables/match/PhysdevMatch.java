package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.InterfaceName;
import java.util.List;
import java.util.Set;

/** {@code -m physdev}: the ports of a bridge; iptables-extensions(8), section physdev. */
public final class PhysdevMatch {

  /** That it came in by a bridge's port. */
  public static final OptionSpec<Flag> IS_IN = OptionSpec.flag("--physdev-is-in").orNot();

  /** The bridge's port that it came in by. */
  public static final OptionSpec<InterfaceName> IN =
      OptionSpec.of("--physdev-in", InterfaceName.TYPE).orNot();

  /** That it leaves by a bridge's port. */
  public static final OptionSpec<Flag> IS_OUT = OptionSpec.flag("--physdev-is-out").orNot();

  /** The bridge's port that it leaves by. */
  public static final OptionSpec<InterfaceName> OUT =
      OptionSpec.of("--physdev-out", InterfaceName.TYPE).orNot();

  /** That it is bridged, and so not routed. */
  public static final OptionSpec<Flag> IS_BRIDGED = OptionSpec.flag("--physdev-is-bridged").orNot();

  private PhysdevMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("physdev", IS_IN, IN, IS_OUT, OUT, IS_BRIDGED)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match physdev needs an option");
                  }
                })
            .atHooks(PhysdevMatch::hooks));
  }

  // No port is known yet where a packet of this machine begins: physdev_mt_check in
  // net/netfilter/xt_physdev.c.
  private static Set<String> hooks(Options given) {
    boolean bridged = given.has(IS_BRIDGED) && !given.isNegated(IS_BRIDGED);
    return given.hasAny(OUT, IS_OUT) && !bridged
        ? Set.of("PREROUTING", "INPUT", "FORWARD", "POSTROUTING")
        : Set.of();
  }

  /**
   * Whether it went by such ports of a bridge; physdev_mt in net/netfilter/xt_physdev.c. A packet
   * that no bridge has seen matches if all options are negated.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth notBridged = Truth.of(given.list().stream().allMatch(RuleOption::negated));
    return packet ->
        packet.hook() == Hook.OUTPUT || packet.machine().isComplete() ? notBridged : Truth.UNKNOWN;
  }
}
