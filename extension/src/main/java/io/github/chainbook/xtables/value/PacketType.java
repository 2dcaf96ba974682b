package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/** To whom a frame on the wire is addressed; iptables-extensions(8), section pkttype. */
public enum PacketType {
  /** To this machine. */
  UNICAST("unicast", "host"),
  /** To all machines. */
  BROADCAST("broadcast", "bcast"),
  /** To a group of machines. */
  MULTICAST("multicast", "mcast"),
  /** To another machine. */
  OTHERHOST("otherhost");

  /** A type, in letters of any case, or its short name. */
  public static final ValueType<PacketType> TYPE =
      WordType.of((word, rule) -> parse(word), type -> type.names.get(0));

  private final List<String> names;

  PacketType(String... names) {
    this.names = List.of(names);
  }

  private static PacketType parse(String word) throws BadValue {
    String lower = Letters.small(word);
    for (PacketType type : values()) {
      if (type.names.contains(lower)) {
        return type;
      }
    }
    throw BadValue.expected("one of unicast, broadcast, multicast and otherhost", word);
  }
}
