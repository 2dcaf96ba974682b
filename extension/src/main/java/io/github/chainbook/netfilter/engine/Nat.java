package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.NatAddresses;
import io.github.chainbook.xtables.value.NatPorts;
import io.github.chainbook.xtables.value.NatRange;
import io.github.chainbook.xtables.value.Network;
import java.util.Objects;
import java.util.Optional;

/**
 * Chooses what connections are translated to: net/netfilter/nf_nat_core.c, nf_nat_redirect.c,
 * nf_nat_masquerade.c.
 */
final class Nat {

  private static final Address LOOPBACK6 = new Address(Family.IPV6, 0, 1);

  private final Skb skb;

  Nat(Skb skb) {
    this.skb = skb;
  }

  private boolean changesDestination() {
    return skb.hook == Hook.PREROUTING || skb.hook == Hook.OUTPUT;
  }

  Fate translate(NatRequest request) {
    Connection connection = skb.connection;
    boolean destination = changesDestination();
    if (connection == null) {
      return Fate.ACCEPT;
    }
    Optional<NatPorts> ports = request.range().flatMap(NatRange::ports);
    switch (request.kind()) {
      case REDIRECT -> {
        Address here = redirectAddress();
        if (here == null && isRedirectKnown()) {
          return Fate.DROP;
        }
        connection.redirected = here == null;
        set(destination, true, here, here, ports, request);
      }
      case MASQUERADE -> {
        Address here = masqueradeAddress();
        if (here == null && isMasqueradeKnown()) {
          return Fate.DROP;
        }
        set(destination, true, here, here, ports, request);
      }
      case NETMAP -> {
        Network network = request.network().orElseThrow();
        Address old = destination ? skb.destination : skb.source;
        Address mapped = old == null ? null : mapped(old, network);
        set(destination, true, mapped, mapped, ports, request);
      }
      default -> {
        Optional<NatAddresses> to = request.range().flatMap(NatRange::addresses);
        set(
            destination,
            to.isPresent(),
            to.map(NatAddresses::low).orElse(null),
            to.map(NatAddresses::high).orElse(null),
            ports,
            request);
      }
    }
    return Fate.ACCEPT;
  }

  private Address redirectAddress() {
    if (skb.hook == Hook.OUTPUT) {
      return skb.family == Family.IPV4 ? SpecialAddresses.LOOPBACK : LOOPBACK6;
    }
    return skb.machine.incomingAddress(skb.in, skb.destination);
  }

  private boolean isRedirectKnown() {
    return skb.machine.knows(skb.in);
  }

  private Address masqueradeAddress() {
    // In IPv6 the destination decides: nf_nat_masquerade_ipv6.
    boolean gateway = skb.family == Family.IPV4 && skb.route != null;
    Address hop = gateway ? skb.route.gateway().orElse(skb.destination) : skb.destination;
    return hop == null ? null : skb.machine.outgoingAddress(skb.out, hop, skb.hint());
  }

  private boolean isMasqueradeKnown() {
    return skb.machine.knows(skb.out);
  }

  private static Address mapped(Address old, Network network) {
    Address base = network.address();
    Address mask = network.mask();
    return new Address(
        old.family(),
        old.high() & ~mask.high() | base.high() & mask.high(),
        old.low() & ~mask.low() | base.low() & mask.low());
  }

  // get_unique_tuple, where no other connection is in the way. Null addresses are not known.
  private void set(
      boolean destination,
      boolean map,
      Address low,
      Address high,
      Optional<NatPorts> ports,
      NatRequest request) {
    Connection connection = skb.connection;
    Address from = connection.newSource;
    Address to = connection.newDestination;
    int fromPort = connection.newSourcePort;
    int toPort = connection.newDestinationPort;
    Address old = destination ? to : from;
    int port = destination ? connection.newDestinationPort : connection.newSourcePort;
    int key = isIcmp() ? connection.newSourcePort : port;
    boolean stays =
        !destination
            && !request.random()
            && (!map || isIn(old, low, high))
            && (ports.isEmpty() || !usesPorts() || isIn(key, ports.get()));
    if (!stays) {
      if (map) {
        Address picked = pick(low, high, request.persistent());
        if (destination) {
          connection.newDestination = picked;
        } else {
          connection.newSource = picked;
        }
      }
      if (usesPorts()) {
        new PortChoice(connection, destination, isIcmp()).choose(key, ports, request.random());
      }
    }
    // nf_nat_setup_info: the state follows the side that the rule is for, whatever it changed.
    boolean changed =
        fromPort != connection.newSourcePort
            || toPort != connection.newDestinationPort
            || !Objects.equals(from, connection.newSource)
            || !Objects.equals(to, connection.newDestination);
    if (destination) {
      connection.destinationDone = true;
      connection.destinationChanged = changed;
    } else {
      connection.sourceDone = true;
      connection.sourceChanged = changed;
    }
  }

  private static boolean isIn(Address address, Address low, Address high) {
    return address != null
        && low != null
        && address.compareUnsigned(low) >= 0
        && address.compareUnsigned(high) <= 0;
  }

  private static boolean isIn(int port, NatPorts ports) {
    return port >= ports.range().low() && port <= ports.range().high();
  }

  private boolean usesPorts() {
    return Protocols.hasPorts(skb.connection.protocol()) || isIcmp();
  }

  private boolean isIcmp() {
    return IcmpReplies.isIcmp(skb.connection.protocol());
  }

  private Address pick(Address low, Address high, boolean persistent) {
    if (low == null || low.equals(high)) {
      return low;
    }
    Connection connection = skb.connection;
    boolean known = connection.newSource != null && connection.newDestination != null;
    return known
        ? RangeHash.pick(
            connection.newSource,
            connection.newDestination,
            low,
            high,
            persistent,
            skb.zone.zone().id(),
            changesDestination())
        : null;
  }
}
