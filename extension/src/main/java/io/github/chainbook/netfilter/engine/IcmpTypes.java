package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.NumberSet;
import java.util.List;
import java.util.stream.LongStream;

/** What connection tracking makes of ICMP's types: nf_conntrack_proto_icmp.c and …_icmpv6.c. */
final class IcmpTypes {

  private static final NumberSet OPENING = numbers(8, 13, 15, 17);
  private static final NumberSet OPENING6 = numbers(128, 139);

  /** The types of ICMPv6 that are not tracked. */
  static final NumberSet NEIGHBOUR_TALK =
      NumberSet.union(List.of(NumberSet.of(130, 136), NumberSet.of(143, 143)));

  private IcmpTypes() {}

  private static NumberSet numbers(long... numbers) {
    return NumberSet.union(
        LongStream.of(numbers).mapToObj(number -> NumberSet.of(number, number)).toList());
  }

  /** The types of messages that open a connection. */
  static NumberSet opening(Family family) {
    return family == Family.IPV4 ? OPENING : OPENING6;
  }

  /** Whether a message of this type opens a connection. */
  static boolean opens(Family family, int type) {
    return switch (family) {
      case IPV4 -> type == 8 || type == 13 || type == 15 || type == 17;
      case IPV6 -> type == 128 || type == 139;
    };
  }

  /** Whether a message of this type is about another packet. */
  static boolean isError(Family family, int type) {
    return switch (family) {
      case IPV4 -> type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
      case IPV6 -> type >= 0 && type < 128 || type == 137;
    };
  }

  /** Whether it is neighbour discovery or the like, which is not tracked. */
  static boolean isNeighbourTalk(int type) {
    return type >= 130 && type <= 136 || type == 143;
  }
}
