package io.github.chainbook.netfilter.ipset;

import java.util.List;
import java.util.Optional;

/** The types of sets of ipset 7; ipset(8), section SET TYPES. */
enum SetType {
  BITMAP_IP("bitmap:ip", Part.IP),
  BITMAP_IP_MAC("bitmap:ip,mac", Part.IP, Part.MAC),
  BITMAP_PORT("bitmap:port", Part.PORT),
  HASH_IP("hash:ip", Part.IP),
  HASH_MAC("hash:mac", Part.MAC),
  HASH_IP_MAC("hash:ip,mac", Part.IP, Part.MAC),
  HASH_IP_PORT("hash:ip,port", Part.IP, Part.PORT),
  HASH_IP_PORT_IP("hash:ip,port,ip", Part.IP, Part.PORT, Part.IP),
  HASH_IP_PORT_NET("hash:ip,port,net", Part.IP, Part.PORT, Part.NET),
  HASH_IP_MARK("hash:ip,mark", Part.IP, Part.MARK),
  HASH_NET("hash:net", Part.NET),
  HASH_NET_NET("hash:net,net", Part.NET, Part.NET),
  HASH_NET_PORT("hash:net,port", Part.NET, Part.PORT),
  HASH_NET_PORT_NET("hash:net,port,net", Part.NET, Part.PORT, Part.NET),
  HASH_NET_IFACE("hash:net,iface", Part.NET, Part.IFACE),
  LIST_SET("list:set", Part.SET);

  /** What one dimension of a member is. */
  enum Part {
    IP,
    NET,
    PORT,
    MAC,
    MARK,
    IFACE,
    SET
  }

  private final String word;
  private final List<Part> parts;

  SetType(String word, Part... parts) {
    this.word = word;
    this.parts = List.of(parts);
  }

  static Optional<SetType> named(String word) {
    for (SetType type : values()) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** What its members consist of. */
  List<Part> parts() {
    return parts;
  }

  /** Whether its members are addresses of one family. */
  boolean hasFamily() {
    return parts.contains(Part.IP) || parts.contains(Part.NET);
  }

  /** Whether members may be marked {@code nomatch}: IPSET_TYPE_NOMATCH of the kernel's types. */
  boolean hasNomatch() {
    return parts.contains(Part.NET);
  }

  boolean isBitmap() {
    return word.startsWith("bitmap");
  }

  @Override
  public String toString() {
    return word;
  }
}
