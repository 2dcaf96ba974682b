package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.DirectedZone;

/**
 * Looks packets up in connection tracking: nf_conntrack_in of net/netfilter/nf_conntrack_core.c.
 */
final class Conntrack {

  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMPV6 = 58;
  private static final int SCTP = 132;
  private static final int UDPLITE = 136;

  private Conntrack() {}

  /**
   * Finds or makes the packet's connection and sets its state.
   *
   * @param before the connection that its first packet set up; null if it has none
   */
  static void lookUp(Skb skb, Packet packet, Connection before) {
    if (skb.connection != null && !skb.connection.template
        || skb.state == ConntrackState.UNTRACKED) {
      return; // it was looked up before it came round by lo
    }
    skb.connection = null;
    skb.zone = skb.zone.ofMark(Math.max(skb.fields.orUnknown(Field.MARK), 0)); // nf_ct_zone_tmpl
    if (ExtendedConntrack.isFor(skb)) {
      boolean again = before != null && before.zone.equals(skb.zone) && !before.replied;
      ExtendedConntrack.lookUp(skb, again ? before : null);
      return;
    }
    if (damaged(skb, packet)) {
      skb.state = ConntrackState.INVALID;
      return;
    }
    if (packet.state() == Packet.State.RELATED && skb.zone.number(true) == 0) {
      related(skb, packet);
      return;
    }
    boolean reply = packet.state() == Packet.State.REPLY;
    DirectedZone zone = before == null ? DirectedZone.NONE : before.zone;
    boolean sameZone = zone.number(reply) == skb.zone.number(reply);
    if (before != null && sameZone && !before.replied) {
      again(skb, before);
      return;
    }
    boolean found =
        sameZone
            && switch (packet.state()) {
              case ESTABLISHED, REPLY -> true;
              case ESTABLISHED_NAT -> before != null;
              default -> false;
            };
    if (found) {
      known(skb, packet, before);
    } else {
      unknown(skb, packet);
    }
  }

  // Checksums are looked at for what comes in only.
  private static boolean damaged(Skb skb, Packet packet) {
    if (skb.hook != Hook.PREROUTING || skb.looped) {
      return false;
    }
    boolean checked =
        switch (skb.protocol) {
          case ICMP -> skb.family == Family.IPV4;
          case ICMPV6 -> skb.family == Family.IPV6;
          case TCP, UDP, SCTP -> true;
          default -> false;
        };
    return skb.protocol == UDPLITE || checked && packet.state() == Packet.State.INVALID;
  }

  private static void related(Skb skb, Packet packet) {
    Packet inner = packet.inner().orElse(null);
    boolean error =
        IcmpReplies.isIcmp(skb.protocol)
                && skb.has(Field.ICMP_TYPE)
                && !skb.isKnown(Field.ICMP_TYPE)
            || skb.protocol == ICMP && IcmpTypes.isError(Family.IPV4, skb.type())
            || skb.protocol == ICMPV6 && IcmpTypes.isError(Family.IPV6, skb.type());
    if (inner == null || !error) {
      unknown(skb, packet);
      if (inner == null && skb.connection != null) {
        skb.connection.expected = true;
        skb.connection.mark = packet.connectionMark(); // its master's: init_conntrack
        skb.state = ConntrackState.RELATED;
      }
      return;
    }
    skb.connection = Tuples.of(inner);
    skb.connection.established().mark = packet.connectionMark();
    skb.state = ConntrackState.RELATED;
    // An error goes against the packet that it is about.
    skb.reply = true;
  }

  // The harness cannot promote a connection of a zone: its second packet finds it unanswered.
  private static void again(Skb skb, Connection before) {
    if (skb.protocol == TCP && !TcpStates.fitsUnanswered(skb.flags())) {
      skb.state = ConntrackState.INVALID;
      return;
    }
    skb.connection = before;
    skb.state = ConntrackState.NEW;
  }

  private static void known(Skb skb, Packet packet, Connection before) {
    boolean reply = packet.state() == Packet.State.REPLY;
    Connection connection = before;
    if (connection == null) {
      connection = reply ? Tuples.answeredBy(packet) : Tuples.of(packet);
      connection.established().mark = packet.connectionMark();
    }
    boolean fits =
        switch (skb.protocol) {
          case TCP -> TcpStates.fits(skb.flags(), reply);
          case ICMP -> fits(connection.originalDestinationPort());
          default -> true;
        };
    if (!fits) {
      skb.state = ConntrackState.INVALID;
      return;
    }
    skb.connection = connection;
    skb.state = ConntrackState.ESTABLISHED;
    skb.reply = reply;
  }

  private static void unknown(Skb skb, Packet packet) {
    if (skb.protocol == ICMPV6 && skb.family == Family.IPV6 && isNeighbourTalk(skb)) {
      skb.state = ConntrackState.UNTRACKED;
      return;
    }
    boolean opens =
        switch (skb.protocol) {
          case TCP -> TcpStates.opens(skb.flags());
          // Only an INIT chunk opens an association.
          case SCTP -> !goesOn(packet);
          // That of the other family is not understood: nf_conntrack_icmp_packet.
          case ICMP -> skb.family == Family.IPV4 && opens(skb);
          case ICMPV6 -> skb.family == Family.IPV6 && opens(skb);
          default -> true;
        };
    if (!opens) {
      skb.state = ConntrackState.INVALID;
      return;
    }
    skb.connection =
        new Connection(
            skb.protocol,
            skb.source,
            skb.tuplePort(Field.SOURCE_PORT),
            skb.destination,
            skb.tuplePort(Field.DESTINATION_PORT));
    skb.connection.zone = skb.zone;
    skb.connection.firstLength = (int) skb.fields.orUnknown(Field.LENGTH);
    skb.state = ConntrackState.NEW;
  }

  // A type that is not known is decided: what the trace says holds for one side then.
  private static boolean opens(Skb skb) {
    return skb.isKnown(Field.ICMP_TYPE) || !skb.has(Field.ICMP_TYPE)
        ? IcmpTypes.opens(skb.family, skb.type())
        : skb.asking.decide(Field.ICMP_TYPE, IcmpTypes.opening(skb.family));
  }

  private static boolean isNeighbourTalk(Skb skb) {
    return skb.isKnown(Field.ICMP_TYPE) || !skb.has(Field.ICMP_TYPE)
        ? IcmpTypes.isNeighbourTalk(skb.type())
        : skb.asking.decide(Field.ICMP_TYPE, IcmpTypes.NEIGHBOUR_TALK);
  }

  // Whoever says that it has a connection says that its type fits.
  private static boolean fits(int typeAndCode) {
    return typeAndCode == Header.NOT_KNOWN || IcmpTypes.opens(Family.IPV4, typeAndCode >> 8);
  }

  private static boolean goesOn(Packet packet) {
    return packet.state() == Packet.State.ESTABLISHED || packet.state() == Packet.State.REPLY;
  }
}
