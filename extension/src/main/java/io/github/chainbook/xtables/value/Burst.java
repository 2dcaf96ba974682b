package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;

/**
 * How much hashlimit lets through at once.
 *
 * @param amount packets or bytes, of 64 bits without sign
 * @param inBytes whether it was written with a unit of bytes, which makes a difference in printing
 */
public record Burst(long amount, boolean inBytes) {

  /** XT_HASHLIMIT_BURST_MAX of libxt_hashlimit.c: the greatest number without a unit. */
  public static final long MAX_PACKETS = 1_000_000;

  /** Packets such as {@code 5}, or bytes such as {@code 400kb}. */
  public static final ValueType<Burst> TYPE =
      WordType.of((word, rule) -> parse(word), Burst::toString);

  private static Burst parse(String word) throws BadValue {
    Scan scan = Scan.number(word, 0);
    boolean unit = scan.found() && scan.end() < word.length();
    long max = unit ? Numbers.MAX_64 : MAX_PACKETS;
    if (!scan.found() || !Numbers.fits(scan.value(), 1, max)) {
      throw BadValue.expected(Numbers.bounds(1, MAX_PACKETS) + " or bytes such as 400kb", word);
    }
    return new Burst(scan.value() * (unit ? factor(word.charAt(scan.end())) : 1), unit);
  }

  /** What a letter before {@code b} multiplies with. */
  static long factor(char prefix) {
    return prefix == 'm' ? 1 << 20 : prefix == 'k' ? 1 << 10 : 1;
  }

  /** The number of packets, or the whole part in the coarsest unit of bytes. */
  @Override
  public String toString() {
    if (!inBytes) {
      return Long.toUnsignedString(amount);
    }
    for (char prefix : new char[] {'m', 'k'}) {
      if (Long.compareUnsigned(amount, factor(prefix)) >= 0) {
        return Long.toUnsignedString(Long.divideUnsigned(amount, factor(prefix))) + prefix + "b";
      }
    }
    return amount + "b";
  }
}
