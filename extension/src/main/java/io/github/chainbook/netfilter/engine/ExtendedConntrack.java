package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.value.ConntrackState;

/**
 * What connection tracking makes of an IPv6 packet with extension headers: it looks behind them,
 * and the bytes there say what any other packet's fields do.
 */
final class ExtendedConntrack {

  private static final int SCTP_INIT = 1;
  private static final int TCP_HEADER = 20;

  private final Skb skb;
  private final BytesView bytes;
  private final TrackedHeader header;

  private ExtendedConntrack(Skb skb, TrackedHeader header) {
    this.skb = skb;
    this.bytes = skb.bytes();
    this.header = header;
  }

  /** Whether a packet has extension headers, or none behind it, and all is known of them. */
  static boolean isFor(Skb skb) {
    return skb.family == Family.IPV6
        && TrackedHeader.mayFollow(skb.protocol)
        && skb.bytes().length() >= 0;
  }

  /**
   * Finds or makes its connection and sets its state.
   *
   * @param before the connection that an earlier packet set up and nobody answered; null for none
   */
  static void lookUp(Skb skb, Connection before) {
    new ExtendedConntrack(skb, TrackedHeader.of(skb.bytes(), skb.protocol)).lookUp(before);
  }

  private void lookUp(Connection before) {
    if (isNeighbourTalk()) {
      skb.state = ConntrackState.UNTRACKED;
    } else if (header.protocol() == TrackedHeader.NONE || isDamaged() || !opens()) {
      skb.state = ConntrackState.INVALID;
    } else {
      skb.connection = before == null ? made() : before;
      skb.state = ConntrackState.NEW;
      skb.trackedAt = header.at();
    }
  }

  private Connection made() {
    boolean ports = Protocols.hasPorts(header.protocol());
    boolean icmp = Protocols.isIcmp(header.protocol());
    Connection made =
        new Connection(
            header.protocol(),
            skb.source,
            ports ? word(0) : icmp ? word(4) : 0,
            skb.destination,
            ports ? word(2) : icmp ? word(0) : 0);
    made.zone = skb.zone;
    made.firstLength = bytes.length();
    return made;
  }

  private boolean isNeighbourTalk() {
    return header.protocol() == Protocols.ICMPV6
        && left() >= 8
        && IcmpTypes.isNeighbourTalk(at(0))
        && !isDamaged();
  }

  private boolean opens() {
    return switch (header.protocol()) {
      case Protocols.TCP -> TcpStates.opens(at(13));
      case Protocols.ICMPV6 -> left() >= 8 && IcmpTypes.opens(Family.IPV6, at(0));
      case Protocols.ICMP -> false;
      // Only an INIT chunk opens an association, and nothing is verified in it yet.
      case Protocols.SCTP -> left() >= 16 && at(12) == SCTP_INIT && word(4) == 0 && word(6) == 0;
      case Protocols.UDP, Protocols.UDPLITE, Protocols.DCCP -> left() >= 4;
      default -> true;
    };
  }

  // Lengths are looked at everywhere, checksums of what comes in only.
  private boolean isDamaged() {
    boolean summed = skb.hook == Hook.PREROUTING && !skb.looped;
    return switch (header.protocol()) {
      case Protocols.TCP ->
          left() < TCP_HEADER
              || (at(12) >> 4) * 4 < TCP_HEADER
              || (at(12) >> 4) * 4 > left()
              || summed && !isSumRight();
      case Protocols.UDP ->
          left() < 8 || word(4) > left() || word(4) < 8 || summed && word(6) != 0 && !isSumRight();
      case Protocols.ICMPV6 -> summed && left() >= 8 && !isSumRight();
      case Protocols.SCTP -> summed && !isCrcRight();
      case Protocols.UDPLITE -> summed;
      default -> false;
    };
  }

  // csum_ipv6_magic: the addresses, the length and the protocol count too.
  private boolean isSumRight() {
    long sum = left() + header.protocol();
    for (int i = 8; i < 40; i += 2) {
      sum += bytes.at(i) << 8 | bytes.at(i + 1);
    }
    for (int i = 0; i < left(); i++) {
      sum += (long) at(i) << (i % 2 == 0 ? 8 : 0);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xFFFF) + (sum >> 16);
    }
    return sum == 0xFFFF;
  }

  private boolean isCrcRight() {
    if (left() < 12) {
      return false;
    }
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    for (int i = 0; i < left(); i++) {
      crc.update(i >= 8 && i < 12 ? 0 : at(i));
    }
    int said = word(8) << 16 | word(10);
    return Integer.reverseBytes((int) crc.getValue()) == said;
  }

  private int left() {
    return bytes.length() - header.at();
  }

  private int at(int offset) {
    return bytes.at(header.at() + offset);
  }

  private int word(int offset) {
    return at(offset) << 8 | at(offset + 1);
  }
}
