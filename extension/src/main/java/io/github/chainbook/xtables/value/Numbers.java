package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.function.LongFunction;

/**
 * Whole numbers without sign as C reads them ({@code strtoul} with base 0): decimal, {@code 0x}
 * hexadecimal, {@code 0} octal. Up to 64 bits, kept in a long.
 */
public final class Numbers {

  /** 2^64 - 1. */
  public static final long MAX_64 = -1L;

  /** 2^32 - 1. */
  public static final long MAX_32 = 0xFFFFFFFFL;

  private Numbers() {}

  /** Numbers in these bounds, printed in decimal. */
  public static ValueType<Long> between(long min, long max) {
    return between(min, max, Long::toUnsignedString);
  }

  /** Numbers in these bounds, printed so. */
  public static ValueType<Long> between(long min, long max, LongFunction<String> printer) {
    return WordType.of((word, rule) -> parse(word, min, max), printer::apply);
  }

  /** {@code 0x} and the hexadecimal digits, as {@code printf("0x%x")}. */
  public static String hex(long number) {
    return "0x" + Long.toHexString(number);
  }

  /**
   * Reads a whole word.
   *
   * @throws BadValue where it is no number, or out of bounds
   */
  public static long parse(String word, long min, long max) throws BadValue {
    Scan scan = Scan.number(word, 0);
    if (!scan.found() || scan.end() != word.length() || !fits(scan.value(), min, max)) {
      throw BadValue.expected(bounds(min, max), word);
    }
    return scan.value();
  }

  /** Whether a number without sign lies in these bounds. */
  public static boolean fits(long number, long min, long max) {
    return Long.compareUnsigned(min, number) <= 0 && Long.compareUnsigned(number, max) <= 0;
  }

  /** {@code a number from 0 to 255}. */
  public static String bounds(long min, long max) {
    return "a number from " + Long.toUnsignedString(min) + " to " + Long.toUnsignedString(max);
  }

  /**
   * A number at a place of a text.
   *
   * @param found whether a number that fits 64 bits stands there
   * @param value the number
   * @param end the index behind it, or where the reading began if there is none
   */
  public record Scan(boolean found, long value, int end) {

    /** Reads the number that begins at this index, as far as it goes; none with a minus. */
    public static Scan number(String text, int from) {
      CNumber number = CNumber.anyBase(text, from);
      boolean found = number.fits() && !number.negative();
      return new Scan(found, found ? number.value() : 0, number.end());
    }
  }
}
