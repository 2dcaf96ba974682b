package io.github.chainbook.xtables.value;

/** Types of SCTP chunks that iptables knows, by number; RFC 9260 and IANA's SCTP parameters. */
public enum SctpChunk {
  DATA(0, "----IUBE"),
  INIT(1),
  INIT_ACK(2),
  SACK(3),
  HEARTBEAT(4),
  HEARTBEAT_ACK(5),
  ABORT(6, "-------T"),
  SHUTDOWN(7),
  SHUTDOWN_ACK(8),
  ERROR(9),
  COOKIE_ECHO(10),
  COOKIE_ACK(11),
  ECN_ECNE(12),
  ECN_CWR(13),
  SHUTDOWN_COMPLETE(14, "-------T"),
  I_DATA(64, "----IUBE"),
  ASCONF_ACK(128),
  RE_CONFIG(130),
  PAD(132),
  FORWARD_TSN(192),
  ASCONF(193),
  I_FORWARD_TSN(194);

  /** Above this number the flags that a rule names are lost. */
  private static final int LAST_WITH_FLAGS = 14;

  private final int number;
  private final String letters;

  SctpChunk(int number) {
    this(number, "--------");
  }

  SctpChunk(int number, String letters) {
    this.number = number;
    this.letters = letters;
  }

  /** Its number in the protocol. */
  public int number() {
    return number;
  }

  /**
   * The letters of its eight flags, the highest bit first; {@code -} for one without a letter,
   * which iptables takes for the highest bit.
   */
  String letters() {
    return letters;
  }

  /**
   * Whether a rule can ask for flags of it: libxt_sctp.c stores them under the chunk's place in its
   * table, which from 15 on is another number than the chunk's.
   */
  boolean keepsFlags() {
    return number <= LAST_WITH_FLAGS;
  }
}
