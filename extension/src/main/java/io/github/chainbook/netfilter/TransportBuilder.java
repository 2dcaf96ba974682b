package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.KnownBits;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The headers behind the IP header and the payload, for {@link PacketBuilder}. */
final class TransportBuilder {

  private static final int SEQUENCE = 0x10000;
  private static final int WINDOW = 64240;
  private static final int ECHO_REQUEST = 8;
  private static final int ECHO_REQUEST_6 = 128;
  private static final int QUOTED = 48;

  private TransportBuilder() {}

  /**
   * The bytes behind the IP header.
   *
   * @param now its addresses and ports; null where only the length counts
   */
  static byte[] transport(Packet packet, Header now, int flags) {
    byte[] data = packet.content().payload().orElse(new byte[0]);
    int from = now == null || now.sourcePort() < 0 ? 0 : now.sourcePort();
    int to = now == null || now.destinationPort() < 0 ? 0 : now.destinationPort();
    return switch (packet.protocol()) {
      case Protocols.TCP -> sum(packet, now, tcp(packet, from, to, flags, data), 16);
      case Protocols.UDP, Protocols.UDPLITE ->
          sum(
              packet,
              now,
              ByteBuffer.allocate(8 + data.length)
                  .putShort((short) from)
                  .putShort((short) to)
                  .putShort((short) (8 + data.length))
                  .putShort((short) 0)
                  .put(data)
                  .array(),
              6);
      case Protocols.ICMP, Protocols.ICMPV6 -> sum(packet, now, icmp(packet, data), 2);
      case Protocols.SCTP -> sctp(packet, from, to, data);
      default -> data.length == 0 ? new byte[8] : data;
    };
  }

  private static byte[] tcp(Packet packet, int from, int to, int flags, byte[] data) {
    boolean option = packet.content().mss().isPresent();
    int words = option ? 6 : 5;
    ByteBuffer out = ByteBuffer.allocate(words * 4 + data.length);
    out.putShort((short) from).putShort((short) to).putInt(SEQUENCE).putInt(SEQUENCE);
    out.put((byte) (words << 4)).put((byte) flags).putShort((short) WINDOW).putInt(0);
    if (option) {
      out.put((byte) 2).put((byte) 4).putShort((short) packet.content().mss().getAsInt());
    }
    return out.put(data).array();
  }

  private static byte[] icmp(Packet packet, byte[] data) {
    int usual = packet.protocol() == Protocols.ICMP ? ECHO_REQUEST : ECHO_REQUEST_6;
    long type = packet.numbers().getOrDefault(Field.ICMP_TYPE, (long) usual);
    long code = packet.numbers().getOrDefault(Field.ICMP_CODE, 0L);
    byte[] rest = data;
    int id = packet.content().icmpId().orElse(1) << 16 | 1;
    if (packet.inner().isPresent()) {
      Packet inner = packet.inner().get();
      byte[] whole = PacketBuilder.build(inner, header(inner), inner.usualFlags());
      rest = whole == null ? new byte[0] : Arrays.copyOf(whole, Math.min(QUOTED, whole.length));
      id = 0;
    }
    ByteBuffer out = ByteBuffer.allocate(8 + rest.length);
    return out.put((byte) type).put((byte) code).putShort((short) 0).putInt(id).put(rest).array();
  }

  private static Header header(Packet packet) {
    return new Header(
        packet.source().orElse(null),
        packet.destination(),
        packet.numbers().getOrDefault(Field.SOURCE_PORT, 0L).intValue(),
        packet.numbers().getOrDefault(Field.DESTINATION_PORT, 0L).intValue(),
        KnownBits.of(0),
        packet.numbers().getOrDefault(Field.TOS, 0L).intValue(),
        packet.numbers().getOrDefault(Field.TTL, 64L).intValue(),
        null,
        null);
  }

  // An INIT chunk opens an association, a DATA chunk goes on with it.
  private static byte[] sctp(Packet packet, int from, int to, byte[] data) {
    boolean goesOn =
        packet.state() == Packet.State.ESTABLISHED || packet.state() == Packet.State.REPLY;
    int chunk = (goesOn ? 16 : 20) + data.length;
    ByteBuffer out = ByteBuffer.allocate(12 + (chunk + 3) / 4 * 4);
    out.putShort((short) from).putShort((short) to).putInt(0).putInt(0);
    if (goesOn) {
      out.put((byte) 0).put((byte) 3).putShort((short) chunk).putInt(1).putInt(0).putInt(0);
    } else {
      out.put((byte) 1).put((byte) 0).putShort((short) chunk).putInt(1).putInt(0xFFFF);
      out.putShort((short) 1).putShort((short) 1).putInt(1);
    }
    out.put(data);
    java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
    crc.update(out.array());
    int wrong = packet.state() == Packet.State.INVALID ? 0x5555 : 0;
    out.putInt(8, Integer.reverseBytes((int) crc.getValue() ^ wrong));
    return out.array();
  }

  private static byte[] sum(Packet packet, Header now, byte[] body, int at) {
    if (now == null || now.source() == null || now.destination() == null) {
      return body;
    }
    int pseudo = 0;
    if (packet.protocol() != Protocols.ICMP) {
      ByteBuffer head = ByteBuffer.allocate(40);
      PacketBuilder.put(head, now.source());
      PacketBuilder.put(head, now.destination());
      head.putInt(body.length).putInt(packet.protocol());
      pseudo = total(head.array(), 0, head.position());
    }
    int sum = checksum(body, 0, body.length, pseudo) & 0xFFFF;
    sum ^= packet.state() == Packet.State.INVALID ? 0x5555 : 0;
    ByteBuffer.wrap(body).putShort(at, (short) (sum == 0 ? 0xFFFF : sum));
    return body;
  }

  /** The checksum of the Internet protocols over bytes, RFC 1071. */
  static short checksum(byte[] bytes, int from, int to, int start) {
    int sum = start + total(bytes, from, to);
    sum = (sum >>> 16) + (sum & 0xFFFF);
    return (short) ~(sum + (sum >>> 16));
  }

  private static int total(byte[] bytes, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      sum += (bytes[i] & 0xFF) << ((i - from) % 2 == 0 ? 8 : 0);
    }
    return sum;
  }
}
