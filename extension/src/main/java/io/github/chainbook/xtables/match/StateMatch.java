package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.ConntrackState;
import java.util.List;
import java.util.Set;

/**
 * {@code -m state}: the packet's state, as the match conntrack knows it too;
 * iptables-extensions(8), section state.
 */
public final class StateMatch {

  /** The states one of which it has. */
  public static final OptionSpec<Set<ConntrackState>> STATE =
      OptionSpec.of("--state", ConntrackState.WITHOUT_NAT).orNot().needed();

  private StateMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("state", STATE));
  }

  /** Whether it has one of the states; state_mt in net/netfilter/xt_state.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Set<ConntrackState> states = given.get(STATE).orElseThrow();
    boolean negated = given.isNegated(STATE);
    return packet -> Truth.of(states.contains(packet.state()) != negated);
  }
}
