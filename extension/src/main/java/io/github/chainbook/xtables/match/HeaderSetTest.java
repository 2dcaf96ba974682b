package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Ipv6Header;
import java.util.Set;

/**
 * Looks which headers a packet has; ipv6header_mt6 in net/ipv6/netfilter/ip6t_ipv6header.c.
 *
 * @param wanted the headers, a bit for each by its place in the enum
 * @param soft whether others may be there as well
 * @param negated whether it must not be so; of a soft test, that it has none of them
 */
record HeaderSetTest(int wanted, boolean soft, boolean negated) implements PacketTest {

  private static final int UNKNOWN = -2;
  private static final int NEVER = -1;

  /** The test for these headers. */
  static HeaderSetTest of(Set<Ipv6Header> headers, boolean soft, boolean negated) {
    return new HeaderSetTest(
        headers.stream().mapToInt(HeaderSetTest::bit).reduce(0, (a, b) -> a | b), soft, negated);
  }

  private static int bit(Ipv6Header header) {
    return 1 << header.ordinal();
  }

  @Override
  public Truth test(PacketView packet) {
    int found = headers(packet);
    if (found < 0) {
      return found == UNKNOWN ? Truth.UNKNOWN : Truth.NO;
    }
    return Truth.of(soft ? (found & wanted) == (negated ? 0 : wanted) : found == wanted != negated);
  }

  // Unlike ipv6_find_hdr it does not stop behind the Fragment header of a later fragment, but takes
  // what stands there for headers.
  private static int headers(PacketView packet) {
    BytesView bytes = packet.bytes();
    int found = 0;
    int at = ExtensionHeaders.FIRST;
    int next = bytes.at(ExtensionHeaders.NEXT_HEADER);
    while (next >= 0) {
      Ipv6Header header = named(next);
      if (header == null) {
        return found | bit(Ipv6Header.PROTOCOL);
      }
      if (header == Ipv6Header.NONE) {
        return found | bit(header);
      }
      if (HeaderBytes.isCut(bytes, at + 2)) {
        return NEVER;
      }
      found |= bit(header);
      if (header == Ipv6Header.ESP) {
        return found;
      }
      int size = ExtensionHeaders.size(bytes, next, at);
      if (size < 0) {
        return UNKNOWN;
      }
      next = bytes.at(at);
      at += size;
      if (next >= 0 && bytes.length() >= 0 && at > bytes.length()) {
        boolean isLast = next == ExtensionHeaders.NONE || next == ExtensionHeaders.ESP;
        return isLast ? found : found | bit(Ipv6Header.PROTOCOL);
      }
    }
    return UNKNOWN;
  }

  private static Ipv6Header named(int number) {
    return switch (number) {
      case ExtensionHeaders.HOP_BY_HOP -> Ipv6Header.HOP_BY_HOP;
      case ExtensionHeaders.DESTINATION -> Ipv6Header.DESTINATION;
      case ExtensionHeaders.ROUTING -> Ipv6Header.ROUTING;
      case ExtensionHeaders.FRAGMENT -> Ipv6Header.FRAGMENT;
      case ExtensionHeaders.AUTHENTICATION -> Ipv6Header.AUTHENTICATION;
      case ExtensionHeaders.ESP -> Ipv6Header.ESP;
      case ExtensionHeaders.NONE -> Ipv6Header.NONE;
      default -> null;
    };
  }
}
