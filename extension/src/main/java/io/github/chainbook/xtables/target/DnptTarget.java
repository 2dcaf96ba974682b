package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Network;
import java.util.List;

/**
 * {@code -j DNPT}: translates the prefix of the destination, without state; iptables-extensions(8),
 * section DNPT.
 */
public final class DnptTarget {

  /** The prefix that is there. */
  public static final OptionSpec<Network> SRC_PFX =
      OptionSpec.of("--src-pfx", PrefixTranslation.PREFIX).needed();

  /** The prefix that comes in its place. */
  public static final OptionSpec<Network> DST_PFX =
      OptionSpec.of("--dst-pfx", PrefixTranslation.PREFIX).needed();

  private DnptTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        PrefixTranslation.target("DNPT", SRC_PFX, DST_PFX).atHooks("PREROUTING", "OUTPUT"));
  }

  /** Translates the prefix; ip6t_dnpt_tg in net/ipv6/netfilter/ip6t_NPT.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    PrefixAction prefix =
        new PrefixAction(
            given.get(SRC_PFX).orElse(PrefixTranslation.EVERYTHING),
            given.get(DST_PFX).orElse(PrefixTranslation.EVERYTHING));
    return packet -> {
      Address old = packet.destination();
      Address mapped = old == null ? null : prefix.map(old);
      if (old != null && mapped == null) {
        return Fate.DROP;
      }
      packet.setDestination(mapped);
      return Fate.CONTINUE;
    };
  }
}
