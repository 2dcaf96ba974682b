package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.netfilter.ipset.SetType.Part;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mac;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.Protocol;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands behind the name of a set in {@code add} and {@code del}: a value for each
 * dimension, with commas. Ranges stand for each of their members.
 */
final class ElementReader {

  /** Beyond that ranges are not unfolded; IPSET_MAX_RANGE of ip_set.h is a quarter of it. */
  private static final long MOST = 1L << 22;

  private static final int TCP = 6;

  /**
   * An element.
   *
   * @param keys its members
   * @param iface its interface; empty in types without one
   */
  record Element(List<SetKey> keys, String iface) {}

  private final SetOptions options;
  private final List<AddressRange> first = new ArrayList<>();
  private final List<AddressRange> second = new ArrayList<>();
  private PortSpan ports = new PortSpan(0, 0, 0);
  private long other;
  private String iface = "";

  private ElementReader(SetOptions options) {
    this.options = options;
  }

  /**
   * Reads an element.
   *
   * @throws BadValue where ipset refuses it
   */
  static Element read(String word, SetOptions options) throws BadValue {
    return new ElementReader(options).read(word);
  }

  private Element read(String word) throws BadValue {
    List<Part> parts = options.type().parts();
    String[] words = word.split(",", -1);
    boolean withoutMac = options.type() == SetType.BITMAP_IP_MAC && words.length == 1;
    if (words.length != parts.size() && !withoutMac) {
      throw BadValue.expected("a member of a set of type " + options.type(), word);
    }
    other = withoutMac ? SetKey.NO_MAC : 0;
    int addresses = 0;
    for (int i = 0; i < words.length; i++) {
      switch (parts.get(i)) {
        case IP, NET -> {
          boolean net = parts.get(i) == Part.NET;
          (addresses == 0 ? first : second).addAll(AddressRange.read(words[i], net, options));
          addresses++;
        }
        case PORT -> ports = PortSpan.read(words[i], options.type() == SetType.BITMAP_PORT);
        case MAC -> other = Mac.parse(words[i]).bits();
        case MARK ->
            other = Integer.toUnsignedLong(Mark.parse(words[i]).value() & options.markMask());
        case IFACE -> readInterface(words[i]);
        case SET -> throw BadValue.expected("a set that has members of its own", word);
      }
    }
    return new Element(unfold(word), iface);
  }

  private void readInterface(String word) throws BadValue {
    boolean bridge = word.startsWith("physdev:");
    iface = bridge ? word.substring("physdev:".length()) : word;
    other = bridge ? 1 : 0;
    if (iface.isEmpty()) {
      throw BadValue.expected("an interface", word);
    }
  }

  private List<SetKey> unfold(String word) throws BadValue {
    List<AddressRange> one = first.isEmpty() ? List.of(AddressRange.NONE) : first;
    List<AddressRange> two = second.isEmpty() ? List.of(AddressRange.NONE) : second;
    double all = ports.size();
    all *= size(one);
    all *= size(two);
    if (all > Math.min(MOST, options.type().isBitmap() ? 1 << 16 : options.maxElements())) {
      throw BadValue.expected("no more members than the set has room for", word);
    }
    List<SetKey> keys = new ArrayList<>((int) all);
    for (AddressRange a : one) {
      for (long i = 0; i < a.size(); i++) {
        for (AddressRange b : two) {
          for (long j = 0; j < b.size(); j++) {
            for (int port = ports.low(); port <= ports.high(); port++) {
              long number = (long) ports.protocol() << 16 | port;
              keys.add(SetKey.of(a.at(i), a.length(), number, other, b.at(j), b.length()));
            }
          }
        }
      }
    }
    return keys;
  }

  private static double size(List<AddressRange> ranges) {
    double size = 0;
    for (AddressRange range : ranges) {
      size += range.size();
    }
    return size;
  }

  /**
   * Ports of a protocol.
   *
   * @param protocol its number; 0 for any
   */
  private record PortSpan(int protocol, int low, int high) {

    int size() {
      return high - low + 1;
    }

    // tcp:80, 80-90, icmp:echo-request, esp:0; TCP where nothing is said.
    static PortSpan read(String word, boolean bitmap) throws BadValue {
      int colon = word.indexOf(':');
      int protocol = colon < 0 ? TCP : Protocol.parse(word.substring(0, colon)).number();
      String port = word.substring(colon + 1);
      if (protocol == 1 || protocol == 58) {
        int number = IcmpPorts.parse(port, protocol);
        return new PortSpan(protocol, number, number);
      }
      if (!PacketParts.hasPorts(protocol)) {
        return new PortSpan(protocol, 0, 0);
      }
      int dash = port.indexOf('-');
      int low = number(dash < 0 ? port : port.substring(0, dash), protocol);
      int high = dash < 0 ? low : number(port.substring(dash + 1), protocol);
      return new PortSpan(bitmap ? 0 : protocol, Math.min(low, high), Math.max(low, high));
    }

    private static int number(String word, int protocol) throws BadValue {
      return PortRange.port(word, protocol);
    }
  }

  /**
   * Addresses in a row, or one network.
   *
   * @param low the first; null for none
   * @param size how many
   * @param length how many bits of each count
   * @param step how far one is from the next
   */
  private record AddressRange(Address low, double size, int length, long step) {

    static final AddressRange NONE = new AddressRange(null, 1, 0, 0);

    Address at(long index) {
      return low == null || index == 0
          ? low
          : new Address(low.family(), low.high(), low.low() + index * step);
    }

    static List<AddressRange> read(String word, boolean net, SetOptions options) throws BadValue {
      Family family = options.family();
      int bits = options.bits();
      int slash = word.indexOf('/');
      int dash = word.indexOf('-');
      String from = word.substring(0, slash >= 0 ? slash : dash >= 0 ? dash : word.length());
      Address low = address(from, family);
      int length = bits;
      if (slash >= 0) {
        length = (int) SetText.number(word.substring(slash + 1), bits);
        low = low.and(Address.mask(family, length));
      }
      if (options.mask() != null) {
        low = low.and(options.mask());
      }
      if (net && dash < 0) {
        return List.of(new AddressRange(low, 1, length, 0));
      }
      if (family == Family.IPV6) {
        if (dash >= 0 || length < bits) {
          throw BadValue.expected("one IPv6 address, as ranges of them are none of a set's", word);
        }
        return List.of(new AddressRange(low, 1, bits, 0));
      }
      long last = low.low() + (1L << (bits - length)) - 1;
      if (dash >= 0) {
        long end = address(word.substring(dash + 1), family).low();
        last = Math.max(low.low(), end);
        low = Address.ipv4(Math.min(low.low(), end));
      }
      return net ? networks(low.low(), last) : List.of(row(low, last, options.mask()));
    }

    // With a netmask, one address stands for its network.
    private static AddressRange row(Address low, long last, Address mask) {
      int length = mask == null ? 32 : mask.prefixLength();
      long step = length < 0 ? 1 : 1L << (32 - length);
      return new AddressRange(low, Math.max(1, (last - low.low()) / step + 1), 32, step);
    }

    // The fewest networks that a range consists of; ip_set_range_to_cidr in pfxlen.c.
    private static List<AddressRange> networks(long low, long high) {
      List<AddressRange> networks = new ArrayList<>();
      long from = low;
      while (from <= high) {
        int host = from == 0 ? 31 : Math.min(31, Long.numberOfTrailingZeros(from));
        while (from + (1L << host) - 1 > high) {
          host--;
        }
        networks.add(new AddressRange(Address.ipv4(from), 1, 32 - host, 0));
        from += 1L << host;
      }
      return networks;
    }

    private static Address address(String word, Family family) throws BadValue {
      int dots = 0;
      for (int i = 0; i < word.length(); i++) {
        dots += word.charAt(i) == '.' ? 1 : 0;
      }
      boolean whole = family == Family.IPV6 || dots == 3;
      if (!whole) {
        throw BadValue.expected("an IPv4 address such as 10.0.0.1", word);
      }
      return Address.parse(word, family);
    }
  }
}
