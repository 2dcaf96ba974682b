package io.github.chainbook.netfilter.engine;

/** What connection tracking makes of TCP's flags: nf_conntrack_proto_tcp.c. */
final class TcpStates {

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;
  private static final int URG = 32;

  /** PSH, ECE and CWR go with everything. */
  private static final int LOOKED_AT = FIN | SYN | RST | ACK | URG;

  private TcpStates() {}

  // tcp_valid_flags
  private static boolean isValid(int flags) {
    return switch (flags & LOOKED_AT) {
      case SYN, SYN | URG, SYN | ACK, RST, RST | ACK, FIN | ACK, FIN | ACK | URG, ACK, ACK | URG ->
          true;
      default -> false;
    };
  }

  /** Whether a segment without a connection opens one, or is taken for the middle of one. */
  static boolean opens(int flags) {
    int kind = flags & (FIN | SYN | RST | ACK);
    return isValid(flags) && (kind == SYN || kind == ACK);
  }

  /** Whether a segment of the opening side fits into a connection that nobody answered yet. */
  static boolean fitsUnanswered(int flags) {
    int kind = flags & (FIN | SYN | RST | ACK);
    return isValid(flags) && (kind == SYN || (flags & RST) != 0);
  }

  /** Whether a segment fits into an established connection. */
  static boolean fits(int flags, boolean reply) {
    if (!isValid(flags)) {
      return false;
    }
    if ((flags & RST) != 0) {
      return true;
    }
    if ((flags & SYN) != 0) {
      return (flags & ACK) != 0 == reply;
    }
    return true;
  }
}
