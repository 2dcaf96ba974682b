package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/**
 * The headers of an IPv6 packet that {@code -m ipv6header} looks for, in the order in which
 * iptables-save prints them; iptables-extensions(8), section ipv6header. iptables asks {@code
 * /etc/protocols} for names first; here they are those of Debian's.
 */
public enum Ipv6Header {
  HOP_BY_HOP(0, "hop-by-hop", "hop", "ip", "IP", "hopopt", "HOPOPT"),
  DESTINATION(60, "ipv6-opts", "dst", "IPv6-Opts"),
  ROUTING(43, "ipv6-route", "route", "IPv6-Route"),
  FRAGMENT(44, "ipv6-frag", "frag", "IPv6-Frag"),
  AUTHENTICATION(51, "ah", "auth", "IPSEC-AH"),
  ESP(50, "esp", "IPSEC-ESP"),
  /** Nothing follows the headers. */
  NONE(59, "ipv6-nonxt", "none", "IPv6-NoNxt"),
  /** A payload of some other protocol follows the headers. */
  PROTOCOL(255, "protocol", "prot");

  /** A list with commas of at least one header, by name or by number. */
  public static final ValueType<Set<Ipv6Header>> SET =
      WordType.of((word, rule) -> set(word), Ipv6Header::print);

  private final int number;
  private final List<String> names;

  Ipv6Header(int number, String... names) {
    this.number = number;
    this.names = List.of(names);
  }

  /** The protocol's number that stands for it in a Next Header field; 255 for {@link #PROTOCOL}. */
  public int number() {
    return number;
  }

  private static Set<Ipv6Header> set(String word) throws BadValue {
    Set<Ipv6Header> headers = EnumSet.noneOf(Ipv6Header.class);
    StringTokenizer names = new StringTokenizer(word, ",");
    while (names.hasMoreTokens()) {
      headers.add(named(names.nextToken()));
    }
    if (headers.isEmpty()) {
      throw BadValue.expected("at least one header, such as hop-by-hop", word);
    }
    return Collections.unmodifiableSet(headers);
  }

  private static Ipv6Header named(String name) throws BadValue {
    for (Ipv6Header header : values()) {
      if (header.names.contains(name) || String.valueOf(header.number).equals(name)) {
        return header;
      }
    }
    List<String> known = Arrays.stream(values()).map(Ipv6Header::toString).toList();
    throw BadValue.expected(
        "headers of " + String.join(", ", known) + ", with commas", name, known);
  }

  private static String print(Set<Ipv6Header> headers) {
    return headers.stream().map(Ipv6Header::toString).collect(Collectors.joining(","));
  }

  /** The name under which iptables-save prints it. */
  @Override
  public String toString() {
    return names.get(0);
  }
}
