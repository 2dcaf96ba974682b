package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/**
 * A class of traffic control, which the packet's priority names; tc(8), section CLASSES.
 *
 * @param major the number of the queueing discipline, 16 bits
 * @param minor the number of the class in it, 16 bits
 */
public record TrafficClass(int major, int minor) {

  /** {@code major:minor} in hexadecimal, printed with four digits each. */
  public static final ValueType<TrafficClass> TYPE =
      WordType.of((word, rule) -> parse(word), TrafficClass::toString);

  /**
   * Reads {@code major:minor}, as {@code sscanf("%x:%x")} does: there may be blanks, a sign and
   * {@code 0x} before a number, and anything behind the second one. Of each the low 16 bits count.
   *
   * @throws BadValue where two numbers are not there
   */
  public static TrafficClass parse(String word) throws BadValue {
    int colon = word.indexOf(':');
    int from = digits(word, 0);
    int minorFrom = digits(word, colon + 1);
    int minorTo = endOfDigits(word, minorFrom);
    boolean both =
        colon >= 0 && from < colon && endOfDigits(word, from) == colon && minorFrom < minorTo;
    if (!both) {
      throw BadValue.expected("a class in hexadecimal, such as 1:ffff", word);
    }
    return new TrafficClass(low16(word, from, colon), low16(word, minorFrom, minorTo));
  }

  // Where the digits begin: behind blanks and a sign.
  private static int digits(String word, int from) {
    int i = from;
    while (i < word.length() && CNumber.isSpace(word.charAt(i))) {
      i++;
    }
    return i < word.length() && (word.charAt(i) == '+' || word.charAt(i) == '-') ? i + 1 : i;
  }

  // "0x" alone is 0 for scanf.
  private static int endOfDigits(String word, int from) {
    int i = word.regionMatches(true, from, "0x", 0, 2) ? from + 2 : from;
    while (CNumber.digit(word, i, 16) >= 0) {
      i++;
    }
    return i;
  }

  // More than 64 bits are 2^64 - 1, with either sign; strtoul.
  private static int low16(String word, int from, int to) {
    int start = from;
    while (start < to && (word.charAt(start) == '0' || (word.charAt(start) | 0x20) == 'x')) {
      start++;
    }
    if (to - start > 16) {
      return 0xFFFF;
    }
    int low = start == to ? 0 : (int) Long.parseUnsignedLong(word.substring(start, to), 16);
    boolean negative = from > 0 && word.charAt(from - 1) == '-';
    return (negative ? -low : low) & 0xFFFF;
  }

  /** {@code 0001:ffff}. */
  @Override
  public String toString() {
    return String.format("%04x:%04x", major, minor);
  }
}
