package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.ConntrackStatus;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** How {@code -m conntrack} looks at packets; conntrack_mt in net/netfilter/xt_conntrack.c. */
final class ConntrackTest implements PacketTest {

  /** No entry lives longer: 2^31 ticks of a clock of at least 100 ticks a second. */
  private static final long LONGEST = 21_474_837;

  /** What an option asks of a packet with a connection. */
  @FunctionalInterface
  private interface Part {
    Truth test(PacketView packet, ConnectionView connection);
  }

  private final Set<ConntrackState> states;
  private final boolean notStates;
  private final List<Part> parts = new ArrayList<>();

  ConntrackTest(Options given) {
    states = given.get(ConntrackMatch.CTSTATE).orElse(null);
    notStates = given.isNegated(ConntrackMatch.CTSTATE);
    given.get(ConntrackMatch.CTDIR).ifPresent(this::addDirection);
    addAddress(given, ConntrackMatch.CTORIGSRC, ConnectionView::originalSource);
    addAddress(given, ConntrackMatch.CTORIGDST, ConnectionView::originalDestination);
    addAddress(given, ConntrackMatch.CTREPLSRC, ConnectionView::replySource);
    addAddress(given, ConntrackMatch.CTREPLDST, ConnectionView::replyDestination);
    Protocol protocol = given.get(ConntrackMatch.CTPROTO).orElse(null);
    if (protocol != null) {
      boolean negated = given.isNegated(ConntrackMatch.CTPROTO);
      parts.add((p, entry) -> Truth.of(entry.protocol() == protocol.number() != negated));
    }
    addPort(given, ConntrackMatch.CTORIGSRCPORT, ConnectionView::originalSourcePort);
    addPort(given, ConntrackMatch.CTORIGDSTPORT, ConnectionView::originalDestinationPort);
    addPort(given, ConntrackMatch.CTREPLSRCPORT, ConnectionView::replySourcePort);
    addPort(given, ConntrackMatch.CTREPLDSTPORT, ConnectionView::replyDestinationPort);
    Set<ConntrackStatus> statuses = given.get(ConntrackMatch.CTSTATUS).orElse(null);
    if (statuses != null) {
      boolean negated = given.isNegated(ConntrackMatch.CTSTATUS);
      parts.add((p, entry) -> hasOneOf(entry, statuses).not(negated));
    }
    NumberRange seconds = given.get(ConntrackMatch.CTEXPIRE).orElse(null);
    if (seconds != null) {
      Truth within = within(seconds).not(given.isNegated(ConntrackMatch.CTEXPIRE));
      parts.add((p, entry) -> within);
    }
  }

  private void addDirection(ConntrackMatch.Direction direction) {
    boolean reply = direction == ConntrackMatch.Direction.REPLY;
    parts.add((packet, entry) -> Truth.of(packet.isReply() == reply));
  }

  private void addAddress(
      Options given, OptionSpec<Network> spec, Function<ConnectionView, Address> side) {
    Network network = given.get(spec).orElse(null);
    boolean negated = given.isNegated(spec);
    if (network != null) {
      parts.add(
          (packet, entry) -> {
            Address address = side.apply(entry);
            return address == null ? Truth.UNKNOWN : Truth.of(network.contains(address) != negated);
          });
    }
  }

  private void addPort(
      Options given, OptionSpec<PortRange> spec, ToIntFunction<ConnectionView> side) {
    PortRange range = given.get(spec).orElse(null);
    boolean negated = given.isNegated(spec);
    if (range != null) {
      parts.add(
          (packet, entry) -> {
            int port = side.applyAsInt(entry);
            return port < 0 ? Truth.UNKNOWN : Truth.of(range.contains(port) != negated);
          });
    }
  }

  private static Truth hasOneOf(ConnectionView entry, Set<ConntrackStatus> statuses) {
    Truth one = Truth.NO;
    for (ConntrackStatus status : statuses) {
      one = one.or(entry.has(status));
    }
    return one;
  }

  // How much is left depends on when the last packet came; of a new connection, whose clock does
  // not
  // run yet, the kernel takes the ticks since it started away: nf_ct_expires in
  // include/net/netfilter/nf_conntrack.h.
  private static Truth within(NumberRange seconds) {
    boolean all = seconds.low() == 0 && seconds.high() >= LONGEST;
    return all ? Truth.YES : seconds.low() > LONGEST ? Truth.NO : Truth.UNKNOWN;
  }

  /** Whether the packet has one of these states, among which SNAT and DNAT may be. */
  static boolean isOneOf(PacketView packet, Set<ConntrackState> states) {
    if (states.contains(packet.state())) {
      return true;
    }
    ConnectionView entry = packet.connection();
    return entry != null
        && (states.contains(ConntrackState.SNAT) && entry.isSourceTranslated()
            || states.contains(ConntrackState.DNAT) && entry.isDestinationTranslated());
  }

  @Override
  public Truth test(PacketView packet) {
    if (states != null && isOneOf(packet, states) == notStates) {
      return Truth.NO;
    }
    ConnectionView entry = packet.connection();
    if (entry == null) {
      // Without an entry there is nothing that the other options, negated or not, could look at.
      return Truth.of(states != null);
    }
    Truth all = Truth.YES;
    for (int i = 0; i < parts.size() && all != Truth.NO; i++) {
      all = all.and(parts.get(i).test(packet, entry));
    }
    return all;
  }
}
