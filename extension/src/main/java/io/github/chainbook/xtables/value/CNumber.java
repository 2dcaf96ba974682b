package io.github.chainbook.xtables.value;

/**
 * A whole number as C's {@code strtoul} reads it: as far as its digits go, sign and all. Several
 * extensions read so what others refuse.
 *
 * @param found whether a number stands there
 * @param negative whether a minus stands before it
 * @param fits whether it fits 64 bits
 * @param value its 64 bits without sign: a number below zero counts from 2^64 downwards, one that
 *     does not fit is 2^64 - 1; 0 where there is none
 * @param end the index behind it, or where the reading began if there is none
 */
record CNumber(boolean found, boolean negative, boolean fits, long value, int end) {

  /** So many digits of any base fit 64 bits. */
  private static final int SURE_DIGITS = 16;

  /** The decimal number that begins at this index, as far as it goes. */
  static CNumber decimal(String text, int from) {
    return scan(text, from, false);
  }

  /** The number that begins at this index: decimal, {@code 0x} hexadecimal or {@code 0} octal. */
  static CNumber anyBase(String text, int from) {
    return scan(text, from, true);
  }

  /**
   * The decimal number at the beginning of a text with its sign, as {@code atoi} reads it: 0 where
   * there is none, the nearest there is where it does not fit.
   */
  static long signed(String text) {
    CNumber number = decimal(text, 0);
    // A value of 63 bits has the sign that is written.
    boolean fits = number.fits && (number.value == 0 || number.value < 0 == number.negative);
    if (fits || !number.found) {
      return number.value;
    }
    return number.negative ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static CNumber scan(String text, int from, boolean anyBase) {
    int digits = behindSign(text, from);
    boolean negative = digits > from && text.charAt(digits - 1) == '-';
    int base = 10;
    if (anyBase && digits < text.length() && text.charAt(digits) == '0') {
      base = isHex(text, digits) ? 16 : 8;
      digits += base == 16 ? 2 : 0;
    }
    long value = 0;
    boolean fits = true;
    int end = digits;
    for (int digit; (digit = digit(text, end, base)) >= 0; end++) {
      fits &=
          end - digits < SURE_DIGITS
              || Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, base)) <= 0;
      value = value * base + digit;
    }
    return end == digits
        ? new CNumber(false, false, false, 0, from)
        : new CNumber(true, negative, fits, !fits ? -1L : negative ? -value : value, end);
  }

  // The index behind white space and one sign.
  private static int behindSign(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-') ? i + 1 : i;
  }

  private static boolean isHex(String text, int zero) {
    return text.regionMatches(true, zero, "0x", 0, 2) && digit(text, zero + 2, 16) >= 0;
  }

  /** The value of an ASCII digit; below zero where there is none at this index. */
  static int digit(String text, int index, int base) {
    boolean ascii = index < text.length() && text.charAt(index) < 0x80;
    return ascii ? Character.digit(text.charAt(index), base) : -1;
  }

  /** Whether C's {@code isspace} takes it for white space. */
  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
