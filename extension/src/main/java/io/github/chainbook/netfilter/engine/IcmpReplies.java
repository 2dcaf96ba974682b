package io.github.chainbook.netfilter.engine;

/** Which ICMP message answers which: invmap of net/netfilter/nf_conntrack_proto_icmp(v6).c. */
final class IcmpReplies {

  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;

  private IcmpReplies() {}

  static boolean isIcmp(int protocol) {
    return protocol == ICMP || protocol == ICMPV6;
  }

  /**
   * The type and code of an answer.
   *
   * @param typeAndCode the type in the upper byte, the code in the lower
   */
  static int answerTo(int protocol, int typeAndCode) {
    if (typeAndCode < 0) {
      return typeAndCode;
    }
    int type = typeAndCode >> 8;
    int answer =
        switch (type) {
          case 8 -> 0;
          case 0 -> 8;
          case 13 -> 14;
          case 14 -> 13;
          case 15 -> 16;
          case 16 -> 15;
          case 17 -> 18;
          case 18 -> 17;
          default -> type;
        };
    if (protocol == ICMPV6) {
      answer =
          switch (type) {
            case 128 -> 129;
            case 129 -> 128;
            case 139 -> 140;
            case 140 -> 139;
            default -> type;
          };
    }
    return answer << 8 | typeAndCode & 0xFF;
  }
}
