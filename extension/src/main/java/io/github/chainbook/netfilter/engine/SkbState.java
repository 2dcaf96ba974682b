package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.RouteQuery;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.DirectedZone;
import io.github.chainbook.xtables.value.Mark;
import java.util.OptionalInt;
import java.util.function.Function;

/** What is so of a packet on its way, and changes with each hook. */
abstract class SkbState {

  final Packet packet;
  final Machine machine;
  final Family family;
  final int protocol;
  final Fields fields;
  Hook hook;
  String in = "";
  String out = "";
  Address source;

  /** Its source as it was sent. */
  Address sentFrom;

  Address destination;
  Connection connection;
  ConntrackState state = ConntrackState.INVALID;
  boolean reply;
  boolean looped;

  /** Where connection tracking has found the protocol behind extension headers; 0 for none. */
  int trackedAt;

  /** Whether it is for this machine alone, though it was sent to a group of its link. */
  boolean own;

  /** Whether it is a copy that comes back from a broadcast; it has no socket. */
  boolean isCopy;

  DirectedZone zone = DirectedZone.NONE;
  boolean damaged;

  /** The route that was found for it; null before it is routed. */
  Route route;

  /** How the connection's first packet came to a listening socket; null where it did not. */
  Header opened;

  /**
   * Of an answer, the first packet of its connection as a socket of this machine sent it; null
   * where none did.
   */
  Header awaited;

  /** Where the socket listens that TPROXY has given it to; null where it has not. */
  Endpoint taker;

  /** What is known of the largest segment that it names, where its bytes do not tell it. */
  NumberSet segmentSizes;

  /** While true nothing changes: a test before this one is still open. */
  boolean frozen;

  String response;

  private RouteQuery.PathHint hint;

  SkbState(Packet packet, Machine machine) {
    this.packet = packet;
    this.machine = machine;
    this.family = packet.family();
    this.protocol = packet.protocol();
    this.source = packet.source().orElse(null);
    this.sentFrom = source;
    this.destination = packet.destination();
    this.fields = new Fields(packet);
    OptionalInt size = packet.content().mss();
    this.segmentSizes = size.isPresent() ? NumberSet.of(size.getAsInt(), size.getAsInt()) : null;
  }

  /** What the packet's description says of its way. */
  RouteQuery.PathHint hint() {
    if (hint == null) {
      hint =
          new RouteQuery.PathHint(
              packet.path() == Packet.Path.INBOUND,
              packet.path() == Packet.Path.OUTBOUND,
              packet.in(),
              packet.out(),
              packet.source().orElse(null),
              packet.destination());
    }
    return hint;
  }

  RouteQuery query() {
    return new RouteQuery(source, destination, marked(), in, hint());
  }

  /** Whether its mark has these bits: what is not known of it is decided when it is asked. */
  abstract Function<Mark, Truth> marked();

  /** The header as it is now. */
  Header header() {
    return new Header(
        source,
        destination,
        fields.port(Field.SOURCE_PORT),
        fields.port(Field.DESTINATION_PORT),
        fields.mark(),
        (int) fields.orUnknown(Field.TOS),
        (int) fields.orUnknown(Field.TTL),
        in.isEmpty() ? null : in,
        out.isEmpty() ? null : out);
  }

  /** Whether it can be a reply of the connection, as far as its ends are known. */
  boolean answers(Connection other) {
    return protocol == other.protocol()
        && maybeSame(source, other.replySource())
        && maybeSame(destination, other.replyDestination())
        && maybeSame(tuplePort(Field.SOURCE_PORT), other.replySourcePort())
        && maybeSame(tuplePort(Field.DESTINATION_PORT), other.replyDestinationPort());
  }

  private static boolean maybeSame(Address one, Address other) {
    return one == null || other == null || one.equals(other);
  }

  private static boolean maybeSame(int port, int other) {
    return port < 0 || other < 0 || port == other;
  }

  int flags() {
    return fields.isKnown(Field.TCP_FLAGS) ? (int) fields.get(Field.TCP_FLAGS) : 2;
  }

  int type() {
    return fields.isKnown(Field.ICMP_TYPE) ? (int) fields.get(Field.ICMP_TYPE) : -1;
  }

  /** The port that a connection of this packet has; see {@link Conntrack#port}. */
  int tuplePort(Field field) {
    if (packet.hasPorts()) {
      return fields.isKnown(field) ? (int) fields.get(field) : Header.NOT_KNOWN;
    }
    return Tuples.port(packet, field);
  }
}
