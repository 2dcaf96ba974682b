package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;

/** What one match of a rule asks of a packet, all its options together. */
@FunctionalInterface
public interface PacketTest {

  /**
   * Looks at a packet.
   *
   * @return UNKNOWN where neither the packet nor what is known of its machine decides it
   */
  Truth test(PacketView packet);

  /**
   * Makes the test of a match from its options; done once for a rule, however many packets come.
   */
  @FunctionalInterface
  interface Factory {

    /**
     * Makes the test.
     *
     * @param given the match's options, as iptables-save prints them
     * @param rule the rule that it stands in
     */
    PacketTest of(Options given, RuleContext rule);
  }
}
