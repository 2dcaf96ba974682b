package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Packets in a line: {@code outbound tcp 10.0.0.9:40000 > 10.50.0.7:80 uid=1000 out=lo}. Behind the
 * addresses stand the words of the kernel harness, and {@code sender=kernel} or {@code no_socket}.
 */
final class PacketText {

  private static final List<String> FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");
  private static final Map<String, Integer> PROTOCOLS =
      Map.of(
          "icmp", 1, "tcp", 6, "udp", 17, "gre", 47, "esp", 50, "ah", 51, "icmpv6", 58, "sctp", 132,
          "udplite", 136);

  private PacketText() {}

  /** The words of a packet by their names, addresses and ports too. */
  static Map<String, String> words(String line) {
    Map<String, String> words = new LinkedHashMap<>();
    String[] parts = line.strip().split(" +");
    words.put("path", parts[0]);
    words.put("proto", parts[1]);
    ends(words, parts[2], "src", "sport");
    ends(words, parts[4], "dst", "dport");
    for (String part : Arrays.asList(parts).subList(5, parts.length)) {
      int equals = part.indexOf('=');
      words.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return words;
  }

  private static void ends(Map<String, String> words, String text, String address, String port) {
    boolean six = text.startsWith("[") || text.indexOf(':') != text.lastIndexOf(':');
    int colon = six ? text.indexOf("]:") + 1 : text.indexOf(':');
    words.put(address, (colon <= 0 ? text : text.substring(0, colon)).replaceAll("[\\[\\]]", ""));
    if (colon > 0) {
      words.put(port, text.substring(colon + 1));
    }
  }

  /** A packet of which all is known, what is not said being usual. */
  static Packet known(String line) {
    Map<String, String> words = words(line);
    words.putIfAbsent("sport", "40000");
    for (String usual : List.of("dport", "mark", "tos", "icmp_code", "uid", "gid", "len")) {
      words.putIfAbsent(usual, "0");
    }
    words.putIfAbsent("ttl", "64");
    words.putIfAbsent("icmp_type", words.get("proto").equals("icmp") ? "8" : "128");
    Packet packet = read(words, true);
    return packet.with(Field.LENGTH, PacketBuilder.length(packet));
  }

  /** A packet of which only that is known which the line says; {@code *} is not known. */
  static Packet open(String line) {
    Map<String, String> words = words(line);
    words.values().removeIf("*"::equals);
    return read(words, false);
  }

  private static Packet read(Map<String, String> words, boolean whole) {
    Packet.Path path = Packet.Path.valueOf(words.get("path").toUpperCase(Locale.ROOT));
    Optional<Address> source = Optional.ofNullable(words.get("src")).map(PacketText::address);
    Address destination = address(words.get("dst"));
    Integer protocol = PROTOCOLS.get(words.get("proto"));
    String state = words.getOrDefault("ct", "new").toUpperCase(Locale.ROOT).replace('-', '_');
    return new Packet(
        path,
        destination.family(),
        protocol == null ? Integer.parseInt(words.get("proto")) : protocol,
        source,
        destination,
        path == Packet.Path.OUTBOUND ? "" : words.getOrDefault("in", "eth0"),
        path == Packet.Path.INBOUND ? "" : words.getOrDefault("out", "eth0"),
        numbers(words, path),
        Packet.State.valueOf(state),
        Long.decode(words.getOrDefault("ctmark", "0")),
        Optional.ofNullable(words.get("inner")).map(inner -> known(inner.replace('_', ' '))),
        content(words, whole));
  }

  private static Address address(String text) {
    Family family = text.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
    return Address.find(text, family).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static Map<Field, Long> numbers(Map<String, String> words, Packet.Path path) {
    Map<Field, Long> numbers = new EnumMap<>(Field.class);
    Map<String, Field> names =
        Map.of(
            "sport",
            Field.SOURCE_PORT,
            "dport",
            Field.DESTINATION_PORT,
            "mark",
            Field.MARK,
            "ttl",
            Field.TTL,
            "tos",
            Field.TOS,
            "icmp_type",
            Field.ICMP_TYPE,
            "icmp_code",
            Field.ICMP_CODE);
    names.forEach((name, field) -> number(numbers, words, name, field));
    if (path == Packet.Path.OUTBOUND) {
      number(numbers, words, "uid", Field.UID);
      number(numbers, words, "gid", Field.GID);
    }
    if (words.containsKey("flags")) {
      long bits = 0;
      for (String flag : words.get("flags").split(",")) {
        bits |= FLAGS.contains(flag) ? 1L << FLAGS.indexOf(flag) : 0;
      }
      numbers.put(Field.TCP_FLAGS, bits);
    }
    return numbers;
  }

  private static void number(
      Map<Field, Long> numbers, Map<String, String> words, String name, Field field) {
    if (words.containsKey(name)) {
      numbers.put(field, Long.decode(words.get(name)));
    }
  }

  private static Content content(Map<String, String> words, boolean whole) {
    if (!whole) {
      return Content.UNKNOWN;
    }
    byte[] payload = new byte[Integer.parseInt(words.get("len"))];
    Arrays.fill(payload, (byte) 'x');
    List<Long> groups = new ArrayList<>();
    for (String group : words.getOrDefault("groups", "").split(",")) {
      if (!group.isEmpty()) {
        groups.add(Long.valueOf(group));
      }
    }
    String mac = words.getOrDefault("mac", "").replace(":", "");
    return new Content(
            Optional.of(payload),
            Optional.of(groups),
            mac.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(mac, 16)),
            Optional.ofNullable(words.get("pkttype")),
            words.containsKey("mss")
                ? OptionalInt.of(Integer.parseInt(words.get("mss")))
                : OptionalInt.empty(),
            OptionalInt.of(1),
            Integer.parseInt(words.getOrDefault("frag", "0")),
            true,
            true)
        .sentBy(
            Content.Sender.valueOf(
                words.getOrDefault("sender", "program").toUpperCase(Locale.ROOT)));
  }
}
