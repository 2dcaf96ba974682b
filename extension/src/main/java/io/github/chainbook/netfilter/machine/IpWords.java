package io.github.chainbook.netfilter.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The words of a route or rule behind {@code ip route add} or {@code ip rule add}.
 *
 * @param words the words
 */
record IpWords(List<String> words) {

  static final Set<String> TYPES =
      Set.of(
          "unicast",
          "local",
          "broadcast",
          "multicast",
          "throw",
          "unreachable",
          "prohibit",
          "blackhole");

  /** The word behind one of these. */
  Optional<String> after(String... names) {
    for (String name : names) {
      int at = words.indexOf(name);
      if (at >= 0 && at + 1 < words.size()) {
        return Optional.of(words.get(at + 1));
      }
    }
    return Optional.empty();
  }

  /** The number behind one of these; empty where there is none. */
  OptionalLong number(String... names) {
    return parse(after(names).orElse(""));
  }

  /** A number as ip(8) takes it: decimal, or hexadecimal behind {@code 0x}. */
  static OptionalLong parse(String word) {
    try {
      return OptionalLong.of(Long.decode(word));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The type of the route. */
  String type() {
    return TYPES.contains(words.get(0)) ? words.get(0) : "unicast";
  }

  /** The network that the route leads to. */
  String destination() {
    int at = TYPES.contains(words.get(0)) ? 1 : 0;
    return at < words.size() ? words.get(at) : "";
  }

  /** Whether an IPv6 address is among them. */
  boolean hasIpv6() {
    return words.stream().anyMatch(word -> word.chars().filter(c -> c == ':').count() > 1);
  }
}
