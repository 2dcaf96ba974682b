package io.github.chainbook.cli;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.FieldMap;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.PacketBuilder;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Packets as the cases of the kernel harness describe them, with its defaults. */
final class PacketJson {

  private static final Map<String, Integer> PROTOCOLS =
      Map.of(
          "icmp", 1, "tcp", 6, "udp", 17, "icmpv6", 58, "gre", 47, "esp", 50, "ah", 51, "sctp", 132,
          "udplite", 136, "dccp", 33);

  private static final Map<String, Packet.State> STATES =
      Arrays.stream(Packet.State.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                  state -> state));

  private static final byte[] NOTHING = {};

  /** What few packets have, and how they are without it. */
  private static final List<String> RARE =
      List.of("len", "data", "groups", "mac", "pkttype", "mss", "icmp_id", "frag", "df");

  private static final Content PLAIN =
      new Content(
          Optional.of(NOTHING),
          Optional.of(List.of()),
          OptionalLong.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.of(1),
          0,
          true,
          true);

  private static final List<String> FLAGS =
      List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

  private PacketJson() {}

  /**
   * Reads a packet.
   *
   * @throws Fields.Bad where it is none
   */
  static Packet read(Fields spec) throws Fields.Bad {
    Family family = family(needed(spec, "dst"));
    Packet.Path path = path(spec);
    int protocol = protocol(spec, family);
    Packet.State state = state(spec.text("ct", "new"));
    FieldMap.Builder numbers = numbers(spec, path, protocol);
    Content content = content(spec, path);
    if (protocol == Protocols.DCCP) {
      readPorts(numbers, content.payload().orElse(new byte[0]));
    }
    int length = PacketBuilder.length(family, protocol, content);
    if (length >= 0) {
      numbers.put(Field.LENGTH, length);
    }
    Packet packet =
        new Packet(
            path,
            family,
            protocol,
            Optional.of(address(spec, "src")),
            address(spec, "dst"),
            path == Packet.Path.OUTBOUND ? "" : spec.text("in", "eth0"),
            path == Packet.Path.INBOUND ? "" : spec.text("out", "eth0"),
            numbers.build(),
            state,
            spec.number("ctmark", 0),
            spec.has("inner") ? Optional.of(read(inner(spec.object("inner")))) : Optional.empty(),
            content);
    return length >= 0 ? packet : packet.with(Field.LENGTH, PacketBuilder.length(packet));
  }

  // Of DCCP all bytes are given, or are zero.
  private static void readPorts(FieldMap.Builder numbers, byte[] header) {
    ByteBuffer bytes = ByteBuffer.wrap(header.length == 0 ? new byte[4] : header);
    if (bytes.remaining() < 4) {
      numbers.remove(Field.SOURCE_PORT);
      numbers.remove(Field.DESTINATION_PORT);
      return;
    }
    numbers.put(Field.SOURCE_PORT, Short.toUnsignedInt(bytes.getShort()));
    numbers.put(Field.DESTINATION_PORT, Short.toUnsignedInt(bytes.getShort()));
  }

  // The packet inside an ICMP error has no path of its own.
  private static Fields inner(Fields spec) {
    if (!spec.has("path")) {
      spec.set("path", "inbound");
    }
    return spec;
  }

  private static Packet.Path path(Fields spec) throws Fields.Bad {
    String word = spec.text("path", "");
    return switch (word) {
      case "inbound" -> Packet.Path.INBOUND;
      case "outbound" -> Packet.Path.OUTBOUND;
      case "forward" -> Packet.Path.FORWARD;
      default -> throw new Fields.Bad("path must be inbound, outbound or forward");
    };
  }

  private static int protocol(Fields spec, Family family) throws Fields.Bad {
    String word = spec.text("proto", "tcp");
    Integer known = PROTOCOLS.get(word);
    Integer named = known != null ? known : PROTOCOLS.get(word.toLowerCase(Locale.ROOT));
    if (named == null) {
      return (int) spec.number("proto", 0);
    }
    return named == 1 && family == Family.IPV6 ? 58 : named;
  }

  private static String needed(Fields spec, String name) throws Fields.Bad {
    String text = spec.text(name, null);
    if (text == null) {
      throw new Fields.Bad("a packet needs " + name);
    }
    return text;
  }

  private static Family family(String address) {
    return address.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
  }

  private static Address address(Fields spec, String name) throws Fields.Bad {
    String text = needed(spec, name);
    Family family = family(text);
    boolean whole = family == Family.IPV6 || dots(text) == 3;
    return (whole ? Address.find(text, family) : Optional.<Address>empty())
        .orElseThrow(() -> new Fields.Bad(name + ": '" + text + "' is no address"));
  }

  private static int dots(String text) {
    int dots = 0;
    for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
      dots++;
    }
    return dots;
  }

  private static Packet.State state(String word) throws Fields.Bad {
    Packet.State state = STATES.get(word);
    if (state != null) {
      return state;
    }
    throw new Fields.Bad("unknown ct state '" + word + "'");
  }

  private static FieldMap.Builder numbers(Fields spec, Packet.Path path, int protocol)
      throws Fields.Bad {
    FieldMap.Builder numbers = new FieldMap.Builder();
    numbers.put(Field.SOURCE_PORT, spec.number("sport", 40000));
    numbers.put(Field.DESTINATION_PORT, spec.number("dport", 0));
    numbers.put(Field.MARK, spec.number("mark", 0) & 0xFFFFFFFFL);
    numbers.put(Field.TTL, spec.number("ttl", 64));
    numbers.put(Field.TOS, spec.number("tos", 0));
    numbers.put(Field.ICMP_TYPE, spec.number("icmp_type", protocol == 1 ? 8 : 128));
    numbers.put(Field.ICMP_CODE, spec.number("icmp_code", 0));
    if (spec.has("flags")) {
      numbers.put(Field.TCP_FLAGS, flags(spec));
    }
    // Nobody opened the kernel's sockets.
    if (path == Packet.Path.OUTBOUND && !spec.text("sender", "").equals("kernel")) {
      numbers.put(Field.UID, spec.number("uid", 0));
      numbers.put(Field.GID, spec.number("gid", 0));
    }
    return numbers;
  }

  private static long flags(Fields spec) throws Fields.Bad {
    List<?> names =
        spec.list("flags").isEmpty()
            ? Collections.list(new StringTokenizer(spec.text("flags", ""), ",| "))
            : spec.list("flags");
    long bits = 0;
    for (Object name : names) {
      String word = name.toString().toUpperCase(Locale.ROOT);
      int bit = FLAGS.indexOf(word);
      if (bit < 0 && !word.isEmpty() && !word.equals("NONE")) {
        throw new Fields.Bad("flags: '" + name + "' is no TCP flag");
      }
      bits |= bit < 0 ? 0 : 1L << bit;
    }
    return bits;
  }

  private static Content content(Fields spec, Packet.Path path) throws Fields.Bad {
    Content.Sender sender = sender(spec, path);
    boolean plain = !spec.hasAny(RARE);
    if (plain) {
      return sender == Content.Sender.PROGRAM ? PLAIN : PLAIN.sentBy(sender);
    }
    byte[] payload = NOTHING;
    long length = spec.number("len", 0);
    if (spec.has("data")) {
      payload = spec.text("data", "").getBytes(StandardCharsets.ISO_8859_1);
    } else if (length > 0) {
      payload = new byte[(int) length];
      Arrays.fill(payload, (byte) 'x');
    }
    List<Long> groups =
        spec.list("groups").stream().map(group -> ((Number) group).longValue()).toList();
    return new Content(
            Optional.of(payload),
            Optional.of(groups),
            mac(spec),
            spec.text("pkttype"),
            spec.has("mss") ? OptionalInt.of((int) spec.number("mss", 0)) : OptionalInt.empty(),
            OptionalInt.of((int) spec.number("icmp_id", 1)),
            (int) spec.number("frag", 0),
            spec.truth("df", true),
            true)
        .sentBy(sender);
  }

  // The words of the packet language, which the kernel harness does not have.
  private static Content.Sender sender(Fields spec, Packet.Path path) throws Fields.Bad {
    if (!spec.has("sender")) {
      return Content.Sender.PROGRAM;
    }
    if (path != Packet.Path.OUTBOUND) {
      throw new Fields.Bad("sender is for outbound packets, which this machine sends");
    }
    return switch (spec.text("sender", "")) {
      case "program" -> Content.Sender.PROGRAM;
      case "kernel" -> Content.Sender.KERNEL;
      case "no-socket" -> Content.Sender.NO_SOCKET;
      default -> throw new Fields.Bad("sender must be program, kernel or no-socket");
    };
  }

  private static OptionalLong mac(Fields spec) throws Fields.Bad {
    if (!spec.has("mac")) {
      return OptionalLong.empty();
    }
    String digits = spec.text("mac", "").replace(":", "");
    if (!digits.matches("[0-9a-fA-F]{12}")) {
      throw new Fields.Bad("mac: expected six bytes in hexadecimal");
    }
    return OptionalLong.of(Long.parseLong(digits, 16));
  }
}
