package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.NatAddresses;
import io.github.chainbook.xtables.value.NatPorts;
import io.github.chainbook.xtables.value.NatRange;
import io.github.chainbook.xtables.value.Network;
import java.util.Optional;

/** Translates connections: net/netfilter/nf_nat_core.c, nf_nat_redirect.c, nf_nat_masquerade.c. */
final class Nat {

  private static final Address LOOPBACK = Address.ipv4(0x7F000001L);
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
      return skb.family == Family.IPV4 ? LOOPBACK : LOOPBACK6;
    }
    return skb.machine.incomingAddress(skb.in, skb.destination);
  }

  private boolean isRedirectKnown() {
    return skb.machine.knows(skb.in);
  }

  private Address masqueradeAddress() {
    Route route = skb.machine.output(skb.query());
    Address hop = route.gateway().orElse(skb.destination);
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
    Address old = destination ? connection.newDestination : connection.newSource;
    int port = destination ? connection.newDestinationPort : connection.newSourcePort;
    int key = IcmpReplies.isIcmp(skb.protocol) ? connection.newSourcePort : port;
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
      setPort(destination, key, ports, request.random());
    }
    if (destination) {
      connection.destinationDone = true;
    } else {
      connection.sourceDone = true;
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
    return skb.packet.hasPorts() || IcmpReplies.isIcmp(skb.protocol);
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
            skb.zone,
            changesDestination())
        : null;
  }

  private void setPort(boolean destination, int key, Optional<NatPorts> ports, boolean random) {
    if (!usesPorts()) {
      return;
    }
    if (ports.isEmpty()) {
      // ICMP's identifier is the same both ways, so that it changes for either side.
      if (random && (!destination || IcmpReplies.isIcmp(skb.protocol))) {
        freePort(key);
      }
      return;
    }
    int low = ports.get().range().low();
    int high = ports.get().range().high();
    int size = high - low + 1;
    boolean based = ports.get().base().isPresent();
    if (!random && !based && key != Header.NOT_KNOWN && key >= low && key <= high) {
      return;
    }
    if (size == 1) {
      put(destination, low);
    } else if (based && key != Header.NOT_KNOWN) {
      int offset = (key - ports.get().base().getAsInt()) & 0xFFFF;
      put(destination, low + offset % size);
    } else if (destination && !random && key != Header.NOT_KNOWN) {
      put(true, low);
    } else {
      putAny(destination, low, high);
    }
  }

  // Where no range is given, a new port is one of the old one's class.
  private void freePort(int key) {
    if (IcmpReplies.isIcmp(skb.protocol)) {
      putAny(false, 0, 0xFFFF);
    } else if (key == Header.NOT_KNOWN) {
      putAny(false, 1, 0xFFFF);
    } else if (key < 512) {
      putAny(false, 1, 511);
    } else if (key < 1024) {
      putAny(false, 600, 1023);
    } else {
      putAny(false, 1024, 0xFFFF);
    }
  }

  private void put(boolean destination, int port) {
    // ICMP's identifier is the same both ways.
    if (destination && !IcmpReplies.isIcmp(skb.protocol)) {
      skb.connection.newDestinationPort = port;
    } else {
      skb.connection.newSourcePort = port;
    }
  }

  private void putAny(boolean destination, int low, int high) {
    put(destination, Header.NOT_KNOWN);
    skb.connection.lowestPort = low;
    skb.connection.highestPort = high;
  }

  /** Writes into the header what the translation says, for this hook's side of the packet. */
  void apply() {
    Connection connection = skb.connection;
    if (skb.reply) {
      undo(connection);
      return;
    }
    // What is not translated stays, even where SNPT or DNPT has changed it: nf_nat_packet.
    if (changesDestination() && connection.isDestinationTranslated()) {
      skb.destination = connection.newDestination;
      put(Field.DESTINATION_PORT, connection.newDestinationPort);
    } else if (!changesDestination() && connection.isSourceTranslated()) {
      skb.source = connection.newSource;
      put(Field.SOURCE_PORT, connection.newSourcePort);
    }
  }

  // The reply's destination was the source once, and its source the destination.
  private void undo(Connection connection) {
    if (changesDestination() && connection.isSourceTranslated()) {
      skb.destination = connection.originalSource();
      put(Field.DESTINATION_PORT, connection.originalSourcePort());
    } else if (!changesDestination() && connection.isDestinationTranslated()) {
      skb.source = connection.originalDestination();
      put(Field.SOURCE_PORT, connection.originalDestinationPort());
    }
  }

  private void put(Field field, int port) {
    if (!skb.packet.hasPorts() || !skb.fields.has(field)) {
      return;
    }
    if (port != Header.NOT_KNOWN) {
      skb.fields.set(field, port);
    } else if (skb.connection.highestPort > 0) {
      skb.fields.setOpen(
          field, NumberSet.of(skb.connection.lowestPort, skb.connection.highestPort));
    }
  }
}
