package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;

/** What a target does to a packet whose rule matches. */
@FunctionalInterface
public interface PacketAction {

  /**
   * Changes the packet.
   *
   * @return what becomes of it in this table
   */
  Fate apply(PacketEdit packet);

  /** Makes the action of a target from its options; done once for a rule. */
  @FunctionalInterface
  interface Factory {

    /**
     * Makes the action.
     *
     * @param given the target's options, as iptables-save prints them
     * @param rule the rule that it stands in
     */
    PacketAction of(Options given, RuleContext rule);
  }
}
