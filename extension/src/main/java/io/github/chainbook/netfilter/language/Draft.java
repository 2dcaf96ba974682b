package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.PacketBuilder;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** A packet while its line is being read, and what holds of it where the line is silent. */
final class Draft {

  private static final long ECHO_REQUEST = 8;
  private static final long ECHO_REQUEST_6 = 128;
  private static final long USUAL_TTL = 64;

  Packet.Path path = Packet.Path.INBOUND;
  Family family;
  int protocol;
  String in = "";
  String out = "";
  Endpoint source;
  Endpoint destination;
  Packet.State state;
  long connectionMark;
  Packet inner;
  byte[] payload;
  List<Long> groups;
  OptionalLong mac = OptionalLong.empty();
  String packetType;
  OptionalInt mss = OptionalInt.empty();
  OptionalInt icmpId = OptionalInt.empty();
  int fragmentOffset;
  Content.Sender sender = Content.Sender.PROGRAM;
  final Map<Field, Long> numbers = new EnumMap<>(Field.class);

  /** Fields of which the line says that they are not known. */
  final Set<Field> open = EnumSet.noneOf(Field.class);

  Packet packet() {
    if (state == null) {
      state = inner == null ? Packet.State.NEW : Packet.State.RELATED;
    }
    ports();
    usual(Field.MARK, 0);
    if (Protocols.isIcmp(protocol)) {
      usual(Field.ICMP_TYPE, family == Family.IPV4 ? ECHO_REQUEST : ECHO_REQUEST_6);
      usual(Field.ICMP_CODE, 0);
    }
    // Most users have a group of their own, of the same number; containers say one for both.
    if (numbers.containsKey(Field.UID)) {
      usual(Field.GID, numbers.get(Field.UID));
    }
    if (payload == null) {
      return made();
    }
    // With its payload a packet is given whole.
    usual(Field.TTL, USUAL_TTL);
    usual(Field.TOS, 0);
    Packet whole = made();
    return numbers.containsKey(Field.LENGTH) || open.contains(Field.LENGTH)
        ? whole
        : whole.with(Field.LENGTH, PacketBuilder.length(whole));
  }

  private void ports() {
    if (source.port() >= 0) {
      numbers.put(Field.SOURCE_PORT, (long) source.port());
    }
    if (destination.port() >= 0) {
      numbers.put(Field.DESTINATION_PORT, (long) destination.port());
    }
  }

  private void usual(Field field, long value) {
    if (!open.contains(field)) {
      numbers.putIfAbsent(field, value);
    }
  }

  private Packet made() {
    boolean whole =
        payload != null && numbers.containsKey(Field.TTL) && numbers.containsKey(Field.TOS);
    return new Packet(
        path,
        family,
        protocol,
        Optional.ofNullable(source.address()),
        destination.address(),
        in,
        out,
        numbers,
        state,
        connectionMark,
        Optional.ofNullable(inner),
        new Content(
                Optional.ofNullable(payload),
                Optional.ofNullable(groups),
                mac,
                Optional.ofNullable(packetType),
                mss,
                icmpId,
                fragmentOffset,
                fragmentOffset == 0,
                whole)
            .sentBy(sender));
  }
}
