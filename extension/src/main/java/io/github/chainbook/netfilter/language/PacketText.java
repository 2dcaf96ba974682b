package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Mac;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints packets as lines of the language. What is as usual is left out. */
public final class PacketText {

  private PacketText() {}

  /** The word of a state. */
  static String word(Packet.State state) {
    return state.name().replace('_', '-');
  }

  /** The line: how it passes, its ends, its attributes. */
  public static String of(Packet packet) {
    return way(packet) + " " + ends(packet) + attributes(packet);
  }

  /** {@code in eth0:}. */
  public static String way(Packet packet) {
    return switch (packet.path()) {
      case INBOUND -> "in " + packet.in() + ":";
      case OUTBOUND -> "out " + packet.out() + ":";
      case FORWARD -> "forward " + packet.in() + " " + packet.out() + ":";
    };
  }

  /** {@code tcp 10.0.0.1:4000 > 10.0.0.2:80}. */
  public static String ends(Packet packet) {
    return protocol(packet.protocol())
        + " "
        + new Endpoint(packet.source().orElse(null), port(packet, Field.SOURCE_PORT))
        + " > "
        + new Endpoint(packet.destination(), port(packet, Field.DESTINATION_PORT));
  }

  // iptables says ipv6-icmp, everybody else icmpv6.
  private static String protocol(int number) {
    return number == Protocols.ICMPV6 ? "icmpv6" : new Protocol(number).toString();
  }

  private static int port(Packet packet, Field field) {
    Long number = packet.numbers().get(field);
    return !packet.hasPorts()
        ? Header.NO_PORT
        : number == null ? Header.NOT_KNOWN : number.intValue();
  }

  /** The attributes, with a blank before each. */
  public static String attributes(Packet packet) {
    List<String> words = new ArrayList<>();
    owner(packet, words);
    if (packet.state() != Packet.State.NEW) {
      words.add("state " + word(packet.state()));
    }
    Long mark = packet.numbers().get(Field.MARK);
    if (mark == null || mark != 0) {
      words.add("mark " + (mark == null ? "*" : Mark.hex(mark.intValue())));
    }
    if (packet.connectionMark() != 0) {
      words.add("connmark " + Mark.hex((int) packet.connectionMark()));
    }
    headers(packet, words);
    content(packet, words);
    packet
        .inner()
        .ifPresent(
            inner ->
                words.add(
                    "about "
                        + ends(inner)
                        + (Protocols.isIcmp(inner.protocol()) ? " type " + icmp(inner) : "")));
    return words.stream().map(word -> " " + word).collect(Collectors.joining());
  }

  private static void owner(Packet packet, List<String> words) {
    Long uid = packet.numbers().get(Field.UID);
    Long gid = packet.numbers().get(Field.GID);
    if (uid != null) {
      words.add("uid " + uid);
    }
    if (gid != null && !gid.equals(uid)) {
      words.add("gid " + gid);
    } else if (gid == null && uid != null) {
      words.add("gid *");
    }
    Content content = packet.content();
    content
        .groups()
        .ifPresent(
            groups ->
                words.add(
                    "groups "
                        + groups.stream().map(String::valueOf).collect(Collectors.joining(","))));
    switch (content.sender()) {
      case NO_SOCKET -> words.add("no-socket");
      case KERNEL -> words.add("kernel");
      case PROGRAM -> {}
    }
  }

  private static void headers(Packet packet, List<String> words) {
    Long flags = packet.numbers().get(Field.TCP_FLAGS);
    if (flags != null) {
      words.add("flags " + flags(flags.intValue()));
    }
    if (Protocols.isIcmp(packet.protocol())) {
      words.add("type " + icmp(packet));
    }
    for (Field field : List.of(Field.TTL, Field.TOS, Field.LENGTH)) {
      Long number = packet.numbers().get(field);
      String name = field.name().toLowerCase(java.util.Locale.ROOT);
      if (number != null) {
        words.add(name + " " + (field == Field.TOS ? Mark.hex(number.intValue()) : number));
      } else if (packet.content().payload().isPresent()) {
        words.add(name + " *");
      }
    }
  }

  private static void content(Packet packet, List<String> words) {
    Content content = packet.content();
    content.mac().ifPresent(bits -> words.add("mac " + new Mac(bits)));
    content.packetType().ifPresent(type -> words.add("type " + type));
    content.mss().ifPresent(mss -> words.add("mss " + mss));
    content.icmpId().ifPresent(id -> words.add("id " + id));
    if (content.fragmentOffset() > 0) {
      words.add("fragment " + content.fragmentOffset());
    }
    content.payload().ifPresent(bytes -> words.add("payload " + Escapes.print(bytes)));
  }

  private static String icmp(Packet packet) {
    return packet.numbers().get(Field.ICMP_TYPE) + "/" + packet.numbers().get(Field.ICMP_CODE);
  }

  private static String flags(int bits) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Values.FLAGS.size(); i++) {
      if ((bits >> i & 1) != 0) {
        names.add(Values.FLAGS.get(i));
      }
    }
    return names.isEmpty() ? "NONE" : String.join(",", names);
  }

  /** What is taken of a packet, written or by default: {@code state NEW, flags SYN, mark 0x0}. */
  public static String taken(Packet packet) {
    List<String> words = new ArrayList<>();
    words.add("state " + word(packet.state()));
    if (packet.protocol() == Protocols.TCP) {
      Long flags = packet.numbers().get(Field.TCP_FLAGS);
      words.add("flags " + flags(flags == null ? packet.usualFlags() : flags.intValue()));
    }
    if (Protocols.isIcmp(packet.protocol())) {
      words.add("type " + icmp(packet));
    }
    Long mark = packet.numbers().get(Field.MARK);
    words.add("mark " + (mark == null ? "not known" : Mark.hex(mark.intValue())));
    for (Field field : List.of(Field.UID, Field.GID, Field.TTL, Field.TOS, Field.LENGTH)) {
      Long number = packet.numbers().get(field);
      if (number != null) {
        words.add(field.name().toLowerCase(java.util.Locale.ROOT) + " " + number);
      }
    }
    return String.join(", ", words);
  }
}
