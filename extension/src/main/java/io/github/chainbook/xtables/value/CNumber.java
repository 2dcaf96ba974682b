package io.github.chainbook.xtables.value;

/**
 * A number as C's {@code strtoul} reads it, sign and all: one below zero counts from 2^64
 * downwards, one that does not fit is 2^64 - 1.
 *
 * @param found whether a number stands there
 * @param fits whether it fits 64 bits
 * @param value its 64 bits
 * @param end the index behind it
 */
record CNumber(boolean found, boolean fits, long value, int end) {

  private static final CNumber NONE = new CNumber(false, false, 0, 0);

  /** The decimal number that begins at this index, as far as it goes. */
  static CNumber decimal(String text, int from) {
    int digits = signed(text, from);
    boolean negative = digits > from && text.charAt(digits - 1) == '-';
    long value = 0;
    boolean fits = true;
    int end = digits;
    for (; end < text.length() && isDigit(text.charAt(end)); end++) {
      int digit = text.charAt(end) - '0';
      fits &= Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) <= 0;
      value = value * 10 + digit;
    }
    return end == digits ? NONE : of(fits, negative, value, end);
  }

  /** The number that begins at this index: decimal, {@code 0x} hexadecimal or {@code 0} octal. */
  static CNumber anyBase(String text, int from) {
    int digits = signed(text, from);
    if (digits >= text.length() || !isDigit(text.charAt(digits))) {
      return NONE;
    }
    boolean negative = digits > from && text.charAt(digits - 1) == '-';
    Numbers.Scan scan = Numbers.Scan.number(text, digits);
    return of(scan.found(), negative, scan.value(), scan.end());
  }

  private static CNumber of(boolean fits, boolean negative, long value, int end) {
    return new CNumber(true, fits, !fits ? -1L : negative ? -value : value, end);
  }

  // The index behind white space and one sign.
  private static int signed(String text, int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-') ? i + 1 : i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether C's {@code isspace} takes it for white space. */
  static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
