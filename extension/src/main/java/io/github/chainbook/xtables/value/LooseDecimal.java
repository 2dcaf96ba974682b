package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * A number with a fraction as C's {@code strtod} reads it: as far as it goes.
 *
 * @param value the number
 * @param end the index behind it; 0 where the text does not begin with one
 */
public record LooseDecimal(double value, int end) {

  private static final LooseDecimal NONE = new LooseDecimal(0, 0);

  /** The number that a text begins with: decimal, hexadecimal, infinite or none at all. */
  public static LooseDecimal scan(String text) {
    int start = 0;
    while (start < text.length() && CNumber.isSpace(text.charAt(start))) {
      start++;
    }
    boolean negative = is(text, start, '-');
    if (negative || is(text, start, '+')) {
      start++;
    }
    LooseDecimal found = magnitude(text, start);
    return negative ? new LooseDecimal(-found.value, found.end) : found;
  }

  private static LooseDecimal magnitude(String text, int start) {
    String word = Letters.small(text.substring(start, Math.min(text.length(), start + 8)));
    if (word.startsWith("inf")) {
      int length = word.equals("infinity") ? 8 : 3;
      return new LooseDecimal(Double.POSITIVE_INFINITY, start + length);
    }
    if (word.startsWith("nan")) {
      return new LooseDecimal(Double.NaN, behindNan(text, start + 3));
    }
    if (word.startsWith("0x")) {
      LooseDecimal hex = number(text, start, start + 2, 16);
      if (hex.end > 0) {
        return hex;
      }
    }
    return number(text, start, start, 10);
  }

  // nan may be followed by letters, digits and _ in parentheses.
  private static int behindNan(String text, int from) {
    if (!is(text, from, '(')) {
      return from;
    }
    int end = from + 1;
    while (end < text.length() && (CNumber.digit(text, end, 36) >= 0 || is(text, end, '_'))) {
      end++;
    }
    return is(text, end, ')') ? end + 1 : from;
  }

  private static LooseDecimal number(String text, int start, int digits, int base) {
    int dot = skip(text, digits, base);
    int end = is(text, dot, '.') ? skip(text, dot + 1, base) : dot;
    int count = end - digits - (end > dot ? 1 : 0);
    if (count == 0) {
      return NONE;
    }
    int exponent = end;
    if (is(text, end, base == 16 ? 'p' : 'e') || is(text, end, base == 16 ? 'P' : 'E')) {
      int from = is(text, end + 1, '-') || is(text, end + 1, '+') ? end + 2 : end + 1;
      int to = skip(text, from, 10);
      end = to > from ? to : end;
    }
    // Java wants an exponent behind hexadecimal digits.
    String missing = base == 16 && end == exponent ? "p0" : "";
    return new LooseDecimal(Double.parseDouble(text.substring(start, end) + missing), end);
  }

  private static int skip(String text, int from, int base) {
    int end = from;
    while (CNumber.digit(text, end, base) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean is(String text, int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  /**
   * Reads a number with a unit behind it.
   *
   * @param units what each unit, in small letters, multiplies the number with
   * @param expected what the message says that was expected
   * @throws BadValue where there is no number, or another unit
   */
  static double withUnit(String word, Map<String, Double> units, String expected) throws BadValue {
    LooseDecimal number = scan(word);
    Double unit = units.get(Letters.small(word.substring(number.end)));
    if (number.end == 0 || unit == null) {
      throw BadValue.expected(expected, word);
    }
    return number.value * unit;
  }

  /**
   * The lower 32 bits of the whole part, which is what C makes of it on amd64; 0 for what does not
   * fit 64 bits.
   */
  static long toUnsigned32(double number) {
    return Math.abs(number) < 0x1p63 ? (long) number & Numbers.MAX_32 : 0;
  }

  /** As {@code printf} prints it with so many digits: half-way cases go to the even digit. */
  static String fixed(double number, int digits) {
    return new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }
}
