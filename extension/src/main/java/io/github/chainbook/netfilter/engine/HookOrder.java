package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.packet.Hook;
import java.util.List;

/** What happens at each hook, in the kernel's order; enum nf_ip_hook_priorities. */
public final class HookOrder {

  /** Stands among the tables for the look-up of connection tracking. */
  public static final String CONNTRACK = "conntrack";

  private HookOrder() {}

  /** The tables that have a built-in chain at a hook, and {@link #CONNTRACK}, in order. */
  public static List<String> of(Hook hook, Backend backend) {
    return Stage.of(hook, backend).stream()
        .filter(stage -> stage == Stage.LOOKUP || Tables.isBuiltIn(stage.table, hook.name()))
        .map(stage -> stage == Stage.LOOKUP ? CONNTRACK : stage.table)
        .toList();
  }

  /**
   * Whether some rule has the kernel track connections. Other rules than these may do so too; where
   * none does, no nat chain is asked.
   */
  public static boolean tracksConnections(Ruleset ruleset) {
    return ConntrackUse.of(ruleset).tracks();
  }
}
