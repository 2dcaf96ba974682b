package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Process;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The packets that answer the first ones of TCP connections. */
final class AnswerPackets {

  private static final long SYN = 0x02;
  private static final long ACK = 0x10;

  private AnswerPackets() {}

  /** Whether a packet is an answer: all packets but the first have this flag. */
  static boolean isOne(Packet packet) {
    return (packet.numbers().getOrDefault(Field.TCP_FLAGS, 0L) & ACK) != 0;
  }

  /**
   * What the kernel of a namespace sends when TCP's first packet comes to a listening socket, to
   * which it belongs: tcp_v4_send_synack of net/ipv4/tcp_ipv4.c.
   *
   * @param from where the first packet went
   * @param to where it came from
   * @param process whose socket it was for
   */
  static Packet answered(Endpoint from, Endpoint to, Process process) {
    Map<Field, Long> numbers = new EnumMap<>(Field.class);
    numbers.put(Field.TCP_FLAGS, SYN | ACK);
    Packets.put(numbers, Field.SOURCE_PORT, from.port());
    Packets.put(numbers, Field.DESTINATION_PORT, to.port());
    return Packets.sent(
        Protocols.TCP, Optional.of(from.address()), to, Optional.of(process), numbers);
  }

  /**
   * An answer that comes in by an interface.
   *
   * @param from where it comes from
   * @param left the header with which it left the namespace before
   */
  static Packet answerArrived(Packet.Path path, String device, Endpoint from, Header left) {
    Optional<Address> source = Optional.of(from.address());
    Packet packet = Packets.arrived(path, Protocols.TCP, device, source, left, left.to());
    return packet.with(Field.SOURCE_PORT, from.port()).with(Field.TCP_FLAGS, SYN | ACK);
  }

  /** An answer in a namespace that the first packet of its connection passed. */
  static Packet inReplyTo(Packet first, Packet answer) {
    return new Packet(
        answer.path(),
        answer.family(),
        answer.protocol(),
        answer.source(),
        answer.destination(),
        answer.in(),
        answer.out(),
        answer.numbers(),
        Packet.State.REPLY,
        0,
        Optional.of(first),
        answer.content());
  }
}
