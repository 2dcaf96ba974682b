package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.topology.Process;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The first packets of connections. Their source port is not known unless rules have chosen it. */
final class Packets {

  private static final long USUAL_TTL = 64;

  private Packets() {}

  /**
   * One that a process sends.
   *
   * @param process which one; empty if not known, and then its owner is not either
   */
  static Packet opened(
      int protocol, Optional<Address> source, Endpoint to, Optional<Process> process) {
    Map<Field, Long> numbers = new EnumMap<>(Field.class);
    numbers.put(Field.DESTINATION_PORT, (long) to.port());
    return sent(protocol, source, to, process, numbers);
  }

  /** One that the kernel sends for a process, with its fields of TCP or UDP. */
  static Packet sent(
      int protocol,
      Optional<Address> source,
      Endpoint to,
      Optional<Process> process,
      Map<Field, Long> numbers) {
    numbers.put(Field.MARK, 0L);
    numbers.put(Field.TOS, 0L);
    numbers.put(Field.TTL, USUAL_TTL);
    process.map(Process::uid).ifPresent(uid -> uid.ifPresent(n -> numbers.put(Field.UID, n)));
    process.map(Process::gid).ifPresent(gid -> gid.ifPresent(n -> numbers.put(Field.GID, n)));
    Optional<List<Long>> groups = process.map(Process::groups).filter(all -> !all.isEmpty());
    return packet(Packet.Path.OUTBOUND, protocol, source, to, "", numbers, groups);
  }

  /**
   * One that comes in by an interface. Marks do not travel.
   *
   * @param source where it comes from; empty if not known
   * @param left the header with which it left the namespace before
   * @param to where it goes
   */
  static Packet arrived(
      Packet.Path path,
      int protocol,
      String device,
      Optional<Address> source,
      Header left,
      Endpoint to) {
    Map<Field, Long> numbers = new EnumMap<>(Field.class);
    numbers.put(Field.MARK, 0L);
    put(numbers, Field.DESTINATION_PORT, to.port());
    put(numbers, Field.SOURCE_PORT, left.sourcePort());
    put(numbers, Field.TOS, left.tos());
    put(numbers, Field.TTL, left.ttl());
    return packet(path, protocol, source, to, device, numbers, Optional.empty());
  }

  /** Adds a number, if it is known. */
  static void put(Map<Field, Long> numbers, Field field, int value) {
    if (value >= 0) {
      numbers.put(field, (long) value);
    }
  }

  private static Packet packet(
      Packet.Path path,
      int protocol,
      Optional<Address> source,
      Endpoint to,
      String in,
      Map<Field, Long> numbers,
      Optional<List<Long>> groups) {
    Content content =
        new Content(
            Optional.empty(),
            groups,
            OptionalLong.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            0,
            true,
            false,
            Content.Sender.PROGRAM,
            true);
    return new Packet(
        path,
        to.address().family(),
        protocol,
        source,
        to.address(),
        in,
        "",
        numbers,
        Packet.State.NEW,
        0,
        Optional.empty(),
        content);
  }

  /** Where a packet went when it came. */
  static Endpoint destination(Packet packet) {
    long port = packet.numbers().getOrDefault(Field.DESTINATION_PORT, (long) Header.NOT_KNOWN);
    return new Endpoint(packet.destination(), (int) port);
  }
}
