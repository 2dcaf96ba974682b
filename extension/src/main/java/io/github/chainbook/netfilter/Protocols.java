package io.github.chainbook.netfilter;

/** Numbers of IP protocols that netfilter treats in a way of their own. */
public final class Protocols {

  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int DCCP = 33;
  public static final int ICMPV6 = 58;
  public static final int SCTP = 132;
  public static final int UDPLITE = 136;

  private Protocols() {}

  public static boolean hasPorts(int protocol) {
    return switch (protocol) {
      case TCP, UDP, DCCP, SCTP, UDPLITE -> true;
      default -> false;
    };
  }

  /** Whether its header has a checksum over all of it, which the kernel looks at. */
  public static boolean hasChecksum(int protocol) {
    return protocol == TCP || protocol == UDP || isIcmp(protocol);
  }

  public static boolean isIcmp(int protocol) {
    return protocol == ICMP || protocol == ICMPV6;
  }
}
