package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Optional;

/** IPv4 addresses as text; {@code numeric_to_addr} of libxtables 1.8.9. */
final class Ipv4Text {

  private Ipv4Text() {}

  /**
   * Reads four numbers with dots between them.
   *
   * @param completed whether numbers at the end may be left out and are zero: {@code 10.1} is
   *     10.1.0.0
   */
  static Optional<Address> parse(String word, boolean completed) {
    long bits = 0;
    int from = 0;
    for (int i = 0; i < 4; i++) {
      int dot = i < 3 ? word.indexOf('.', from) : -1;
      int end = dot < 0 ? word.length() : dot;
      int octet = octet(word, from, end);
      if (octet < 0 || dot < 0 && i < 3 && !completed) {
        return Optional.empty();
      }
      bits |= (long) octet << (24 - 8 * i);
      if (dot < 0) {
        return Optional.of(Address.ipv4(bits));
      }
      from = dot + 1;
    }
    return Optional.of(Address.ipv4(bits));
  }

  /** Whether a text is four decimal numbers without leading zeros, as {@code inet_pton} asks. */
  static boolean isStrict(String text) {
    int dots = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && digits > 0) {
        dots++;
        digits = 0;
      } else if (c >= '0'
          && c <= '9'
          && digits < 3
          && !(digits == 1 && text.charAt(i - 1) == '0')) {
        digits++;
      } else {
        return false;
      }
    }
    return dots == 3 && digits > 0;
  }

  private static int octet(String word, int from, int end) {
    int value = 0;
    boolean plain = end > from && end - from <= 3 && (word.charAt(from) != '0' || end == from + 1);
    for (int i = from; plain && i < end; i++) {
      int digit = word.charAt(i) - '0';
      plain = digit >= 0 && digit <= 9;
      value = value * 10 + digit;
    }
    if (plain) {
      return value <= 255 ? value : -1;
    }
    // Octal and hexadecimal, as C reads numbers.
    String text = word.substring(from, end);
    Scan scan = Scan.number(text, 0);
    boolean fits =
        scan.found() && scan.end() == text.length() && Numbers.fits(scan.value(), 0, 255);
    return fits ? (int) scan.value() : -1;
  }

  static String print(long bits) {
    return (bits >> 24 & 255)
        + "."
        + (bits >> 16 & 255)
        + "."
        + (bits >> 8 & 255)
        + "."
        + (bits & 255);
  }
}
