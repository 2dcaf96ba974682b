package io.github.chainbook.ruleset;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many packets, and how many bytes in them, a rule or a policy has met. In the nat table
 * packets are first packets of connections. The kernel counts in 64 bits without sign.
 *
 * @param packets packets
 * @param bytes bytes
 */
public record Counters(BigInteger packets, BigInteger bytes) {

  private static final Pattern BRACKETS = Pattern.compile("\\[(\\d{1,20}):(\\d{1,20})\\]");
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

  /** Reads {@code [packets:bytes]}; empty for anything else. */
  static Optional<Counters> parse(String text) {
    Matcher matcher = BRACKETS.matcher(text);
    return matcher.matches() ? of(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  /** Reads two decimal numbers; empty where one is none or does not fit 64 bits. */
  static Optional<Counters> of(String packets, String bytes) {
    if (!packets.matches("\\d{1,20}") || !bytes.matches("\\d{1,20}")) {
      return Optional.empty();
    }
    Counters counters = new Counters(new BigInteger(packets), new BigInteger(bytes));
    boolean fits = counters.packets.compareTo(LIMIT) < 0 && counters.bytes.compareTo(LIMIT) < 0;
    return fits ? Optional.of(counters) : Optional.empty();
  }

  /** Whether no packet was counted. */
  public boolean isZero() {
    return packets.signum() == 0;
  }
}
