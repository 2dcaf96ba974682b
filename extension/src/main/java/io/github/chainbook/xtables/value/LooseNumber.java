package io.github.chainbook.xtables.value;

/**
 * A whole number as C's {@code atoi} and {@code strtoul} read it: as far as digits go, with a sign,
 * and 0 where there is none. Several extensions read so what others refuse.
 *
 * @param value the number; of {@link #unsigned} all 64 bits without sign
 * @param end the index behind its last digit, or where the reading began if there is no digit
 */
public record LooseNumber(long value, int end) {

  /** The number at the beginning of a text, in decimal; the nearest there is if it does not fit. */
  public static long signed(String text) {
    Digits digits = Digits.scan(text, 0, 10);
    if (digits.overflow() || digits.magnitude() < 0) {
      return digits.negative() ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return digits.negative() ? -digits.magnitude() : digits.magnitude();
  }

  /**
   * The number at an index of a text; 2^64 - 1 if it does not fit. A sign turns it around: -1 is
   * 2^64 - 1 as well.
   *
   * @param base 10, or 0 for decimal, {@code 0x} hexadecimal and {@code 0} octal
   */
  public static LooseNumber unsigned(String text, int from, int base) {
    Digits digits = Digits.scan(text, from, base);
    long signed = digits.negative() ? -digits.magnitude() : digits.magnitude();
    return new LooseNumber(digits.overflow() ? -1 : signed, digits.end());
  }

  private record Digits(boolean negative, long magnitude, boolean overflow, int end) {

    static Digits scan(String text, int from, int wantedBase) {
      int start = from;
      while (isSpace(at(text, start))) {
        start++;
      }
      boolean negative = at(text, start) == '-';
      if (negative || at(text, start) == '+') {
        start++;
      }
      int base = wantedBase == 0 ? base(text, start) : wantedBase;
      start += base == 16 ? 2 : 0;
      long magnitude = 0;
      boolean overflow = false;
      int end = start;
      for (int digit; (digit = digit(at(text, end), base)) >= 0; end++) {
        overflow |= Long.compareUnsigned(magnitude, Long.divideUnsigned(-1L - digit, base)) > 0;
        magnitude = magnitude * base + digit;
      }
      return new Digits(negative, magnitude, overflow, end == start ? from : end);
    }

    private static int base(String text, int start) {
      if (at(text, start) != '0') {
        return 10;
      }
      boolean hex = at(text, start + 1) == 'x' || at(text, start + 1) == 'X';
      return hex && digit(at(text, start + 2), 16) >= 0 ? 16 : 8;
    }

    private static char at(String text, int index) {
      return index < text.length() ? text.charAt(index) : '\0';
    }

    private static int digit(char c, int base) {
      return c < 0x80 ? Character.digit(c, base) : -1;
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
  }
}
