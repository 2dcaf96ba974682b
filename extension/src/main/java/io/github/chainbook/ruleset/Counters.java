package io.github.chainbook.ruleset;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How many packets, and how many bytes in them, a rule or a policy has met. In the nat table
 * packets are first packets of connections. The kernel counts in 64 bits without sign.
 *
 * @param packets packets
 * @param bytes bytes
 */
public record Counters(BigInteger packets, BigInteger bytes) {

  /** 2^64 has 20 digits. */
  private static final int MAX_DIGITS = 20;

  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);
  private static final Counters ZERO = new Counters(BigInteger.ZERO, BigInteger.ZERO);

  // What most lines say is not to be made for each.
  private static final String NOTHING_MET = "[0:0]";
  private static final Optional<Counters> ZEROES = Optional.of(ZERO);

  /** Counters that have met nothing. */
  static Counters zero() {
    return ZERO;
  }

  /** Reads {@code [packets:bytes]}; empty for anything else. */
  static Optional<Counters> parse(String text) {
    if (text.equals(NOTHING_MET)) {
      return ZEROES;
    }
    int colon = text.indexOf(':');
    if (colon < 0 || !text.startsWith("[") || !text.endsWith("]")) {
      return Optional.empty();
    }
    return of(text.substring(1, colon), text.substring(colon + 1, text.length() - 1));
  }

  /** Reads two decimal numbers; empty where one is none or does not fit 64 bits. */
  static Optional<Counters> of(String packets, String bytes) {
    if (!isNumber(packets) || !isNumber(bytes)) {
      return Optional.empty();
    }
    if (packets.equals("0") && bytes.equals("0")) {
      return ZEROES;
    }
    Counters counters = new Counters(new BigInteger(packets), new BigInteger(bytes));
    boolean fits = counters.packets.compareTo(LIMIT) < 0 && counters.bytes.compareTo(LIMIT) < 0;
    return fits ? Optional.of(counters) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** {@code [packets:bytes]}. */
  @Override
  public String toString() {
    return "[" + packets + ":" + bytes + "]";
  }

  /** Whether no packet was counted. */
  public boolean isZero() {
    return packets.signum() == 0;
  }
}
