package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;

/** Which numbers a packet has, by its protocol and way, and what they can be. */
final class PresentFields {

  private static final int ALWAYS = bits(Field.MARK, Field.TTL, Field.TOS, Field.LENGTH);
  private static final int PORTS = bits(Field.SOURCE_PORT, Field.DESTINATION_PORT);
  private static final int ICMP = bits(Field.ICMP_TYPE, Field.ICMP_CODE);
  private static final int OWNER = bits(Field.UID, Field.GID);
  private static final int FLAGS = bits(Field.TCP_FLAGS);

  private PresentFields() {}

  private static int bits(Field... fields) {
    int bits = 0;
    for (Field field : fields) {
      bits |= 1 << field.ordinal();
    }
    return bits;
  }

  /** Whether it has the ports of its protocol as fields, and not just bytes that look so. */
  static boolean isWhole(Packet packet) {
    return packet.content().fragmentOffset() == 0 && !bytesTell(packet);
  }

  // Of DCCP the bytes tell whether there is a whole header.
  private static boolean bytesTell(Packet packet) {
    return packet.protocol() == Protocols.DCCP && packet.content().headersKnown();
  }

  /** The fields that it has, a bit for each by its place. */
  static int of(Packet packet) {
    boolean first = packet.content().fragmentOffset() == 0;
    int fields = ALWAYS;
    if (first && packet.hasPorts() && !bytesTell(packet)) {
      fields |= PORTS;
    }
    if (first && Protocols.isIcmp(packet.protocol())) {
      fields |= ICMP;
    }
    // What the kernel sends by itself has a socket without an owner.
    if (packet.path() == Packet.Path.OUTBOUND
        && packet.content().sender() != Content.Sender.KERNEL) {
      fields |= OWNER;
    }
    return first && packet.protocol() == Protocols.TCP ? fields | FLAGS : fields;
  }

  /** The numbers that a field can have. */
  static NumberSet range(Field field) {
    return switch (field) {
      case SOURCE_PORT, DESTINATION_PORT, LENGTH -> NumberSet.of(0, 0xFFFF);
      case ICMP_TYPE, ICMP_CODE, TCP_FLAGS, TTL, TOS -> NumberSet.of(0, 0xFF);
      case MARK, UID, GID -> NumberSet.ALL;
    };
  }
}
