package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.Family;

/** What connection tracking makes of ICMP's types: nf_conntrack_proto_icmp.c and …_icmpv6.c. */
final class IcmpTypes {

  private IcmpTypes() {}

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
