package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;

/**
 * A number of bytes in a second, kept as hashlimit keeps it: as the share of 2^32 - 1 that 16 bytes
 * cost. What was written may have been another number; {@code libxt_hashlimit.c} of iptables 1.8.9.
 *
 * @param cost what 16 bytes cost, of 32 bits and above 0
 */
public record ByteRate(long cost) implements FlowRate {

  private static final int STEP_SHIFT = 4;

  static boolean isMeant(String word) {
    return word.indexOf("b/s") > 0 && CNumber.signed(word) != 0;
  }

  static ByteRate parse(String word) throws BadValue {
    char prefix = word.charAt(word.indexOf("b/s") - 1);
    long steps = CNumber.signed(word) * Burst.factor(prefix) >>> STEP_SHIFT & Numbers.MAX_32;
    if (steps == Numbers.MAX_32) {
      throw BadValue.expected("a rate such as 512kb/s", word);
    }
    return new ByteRate(costOf(steps));
  }

  private static long costOf(long steps) {
    return Numbers.MAX_32 / (steps + 1);
  }

  /** How many bytes a second; less than what was written, and 0 for less than 16. */
  public long bytesPerSecond() {
    return Numbers.MAX_32 / cost - 1 << STEP_SHIFT;
  }

  /** A burst of so many bytes as a multiple of the rate, rounded up; of 32 bits. */
  public long multiplesIn(long bytes) {
    long rate = bytesPerSecond();
    if (rate == 0) {
      return 0;
    }
    long rest = Long.remainderUnsigned(bytes, rate);
    return (bytes & Numbers.MAX_32) / rate + (rest != 0 ? 1 : 0) & Numbers.MAX_32;
  }

  /** {@code 4kb/s}: in the coarsest unit that is read as the same rate again. */
  @Override
  public String toString() {
    long bytes = bytesPerSecond();
    for (char prefix : new char[] {'m', 'k'}) {
      long factor = Burst.factor(prefix);
      long whole = bytes & Numbers.MAX_32 & -factor;
      if (bytes >= factor && costOf(whole >> STEP_SHIFT) == cost) {
        return bytes / factor + String.valueOf(prefix) + "b/s";
      }
    }
    return bytes + "b/s";
  }
}
