package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.math.BigInteger;
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
   * @param end the index behind it
   */
  public record Scan(boolean found, long value, int end) {

    private static final Scan NONE = new Scan(false, 0, 0);

    /** Reads the number that begins at this index, as far as it goes. */
    public static Scan number(String text, int from) {
      int start = from;
      while (start < text.length() && isSpace(text.charAt(start))) {
        start++;
      }
      if (start < text.length() && text.charAt(start) == '+') {
        start++;
      }
      int base = 10;
      if (start < text.length() && text.charAt(start) == '0') {
        boolean hex =
            start + 2 < text.length()
                && Character.toLowerCase(text.charAt(start + 1)) == 'x'
                && digit(text.charAt(start + 2), 16) >= 0;
        base = hex ? 16 : 8;
        start += hex ? 2 : 0;
      }
      int end = start;
      while (end < text.length() && digit(text.charAt(end), base) >= 0) {
        end++;
      }
      if (end == start) {
        return NONE;
      }
      return value(text.substring(start, end), base, end);
    }

    private static Scan value(String digits, int base, int end) {
      if (digits.length() <= 15) {
        return new Scan(true, Long.parseLong(digits, base), end);
      }
      String significant = digits.substring(zeros(digits));
      // 64 bits have 22 octal digits at most; reading a megabyte of them would take a minute.
      if (significant.length() > 22) {
        return new Scan(false, 0, end);
      }
      BigInteger big = new BigInteger("0" + significant, base);
      return big.bitLength() > 64 ? new Scan(false, 0, end) : new Scan(true, big.longValue(), end);
    }

    private static int zeros(String digits) {
      int zeros = 0;
      while (zeros < digits.length() && digits.charAt(zeros) == '0') {
        zeros++;
      }
      return zeros;
    }

    private static int digit(char c, int base) {
      return c < 0x80 ? Character.digit(c, base) : -1;
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
  }
}
