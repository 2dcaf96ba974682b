package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.nio.ByteBuffer;

/**
 * The bytes of a packet, for matches that look at bytes. What a description does not name has usual
 * values: sequence number 0x10000, window 64240, IPv4 identification 1 or a bit that says how the
 * kernel harness sends it.
 */
public final class PacketBuilder {

  private static final int UNTRACKED_BIT = 0x4000;

  private PacketBuilder() {}

  /**
   * Builds a packet as it is now.
   *
   * @param now its addresses, ports, type of service and time to live
   * @param flags its TCP flags
   * @return null where the packet's description does not say all
   */
  public static byte[] build(Packet packet, Header now, int flags) {
    boolean known =
        packet.content().headersKnown() && now.source() != null && now.destination() != null;
    if (!known) {
      return null;
    }
    byte[] body = TransportBuilder.transport(packet, now, flags);
    return packet.family() == Family.IPV4 ? ipv4(packet, now, body) : ipv6(packet, now, body);
  }

  /** The length of a packet as it is sent. */
  public static int length(Packet packet) {
    int length = length(packet.family(), packet.protocol(), packet.content());
    return length >= 0
        ? length
        : header(packet.family()) + TransportBuilder.transport(packet, null, 0).length;
  }

  /** The length of what has such headers; -1 where that takes more to tell. */
  public static int length(Family family, int protocol, Content content) {
    int data = content.payload().isPresent() ? content.payload().get().length : 0;
    return switch (protocol) {
      case Protocols.TCP -> header(family) + (content.mss().isPresent() ? 24 : 20) + data;
      case Protocols.UDP, Protocols.UDPLITE -> header(family) + 8 + data;
      default -> -1;
    };
  }

  private static int header(Family family) {
    return family == Family.IPV4 ? 20 : 40;
  }

  private static byte[] ipv4(Packet packet, Header now, byte[] body) {
    Content content = packet.content();
    int fragment =
        content.fragmentOffset() > 0
            ? content.fragmentOffset() / 8
            : content.dontFragment() ? 0x4000 : 0;
    int id = 1 | (packet.state() == Packet.State.UNTRACKED ? UNTRACKED_BIT : 0);
    ByteBuffer out = ByteBuffer.allocate(20 + body.length);
    out.put((byte) 0x45).put((byte) now.tos()).putShort((short) (20 + body.length));
    out.putShort((short) id).putShort((short) fragment);
    out.put((byte) now.ttl()).put((byte) packet.protocol()).putShort((short) 0);
    out.putInt((int) now.source().low()).putInt((int) now.destination().low());
    out.putShort(10, TransportBuilder.checksum(out.array(), 0, 20, 0));
    return out.put(body).array();
  }

  private static byte[] ipv6(Packet packet, Header now, byte[] body) {
    int label = (packet.state() == Packet.State.UNTRACKED ? UNTRACKED_BIT : 0) << 4;
    ByteBuffer out = ByteBuffer.allocate(40 + body.length);
    out.putInt(6 << 28 | now.tos() << 20 | label).putShort((short) body.length);
    out.put((byte) packet.protocol()).put((byte) now.ttl());
    put(out, now.source());
    put(out, now.destination());
    return out.put(body).array();
  }

  static void put(ByteBuffer out, Address address) {
    if (address.family() == Family.IPV4) {
      out.putInt((int) address.low());
    } else {
      out.putLong(address.high()).putLong(address.low());
    }
  }
}
