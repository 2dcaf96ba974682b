package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketAction;
import java.util.List;

/**
 * {@code -j NOTRACK}: leaves the packet out of connection tracking, as {@code -j CT --notrack}
 * does; iptables-extensions(8), section NOTRACK. The kernel keeps which of the two was written
 * (XT_CT_NOTRACK_ALIAS; linux/netfilter/xt_CT.h), and so it is saved.
 */
public final class NotrackTarget {

  private NotrackTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.target("NOTRACK").inTables("raw"));
  }

  /** Takes it out of connection tracking; notrack_tg in net/netfilter/xt_CT.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    return packet -> {
      packet.untrack();
      return Fate.CONTINUE;
    };
  }
}
