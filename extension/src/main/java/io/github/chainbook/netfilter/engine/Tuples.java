package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.packet.Field;

/**
 * The connections that packets by themselves tell of: nf_ct_get_tuple of
 * net/netfilter/nf_conntrack_core.c.
 */
final class Tuples {

  private Tuples() {}

  /** The connection that a packet opens. */
  static Connection of(Packet packet) {
    return new Connection(
        packet.protocol(),
        packet.source().orElse(null),
        port(packet, Field.SOURCE_PORT),
        packet.destination(),
        port(packet, Field.DESTINATION_PORT));
  }

  /** The connection that a packet answers. */
  static Connection answeredBy(Packet packet) {
    boolean icmp = IcmpReplies.isIcmp(packet.protocol());
    int from = port(packet, Field.SOURCE_PORT);
    int to = port(packet, Field.DESTINATION_PORT);
    return new Connection(
        packet.protocol(),
        packet.destination(),
        icmp ? from : to,
        packet.source().orElse(null),
        icmp ? IcmpReplies.answerTo(packet.protocol(), to) : from);
  }

  /** The port of a tuple: ICMP's identifier, and its type and code, stand in for ports. */
  static int port(Packet packet, Field field) {
    if (IcmpReplies.isIcmp(packet.protocol())) {
      if (field == Field.SOURCE_PORT) {
        return packet.content().icmpId().orElse(Header.NOT_KNOWN);
      }
      Long type = packet.numbers().get(Field.ICMP_TYPE);
      long code = packet.numbers().getOrDefault(Field.ICMP_CODE, 0L);
      return type == null ? Header.NOT_KNOWN : (int) (type << 8 | code);
    }
    if (!packet.hasPorts()) {
      return 0;
    }
    Long number = packet.numbers().get(field);
    return number == null ? Header.NOT_KNOWN : number.intValue();
  }
}
