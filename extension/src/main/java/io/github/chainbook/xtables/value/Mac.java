package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.ValueType;
import java.util.regex.Pattern;

/**
 * An Ethernet address.
 *
 * @param bits its 48 bits
 */
public record Mac(long bits) {

  private static final int BYTES = 6;

  private static final Pattern PART =
      Pattern.compile("[0-9A-Fa-f]{0,2}|[+ \\t\\x0B\\f\\r\\n-][0-9A-Fa-f]");

  /** Six bytes in hexadecimal with colons ({@code XTTYPE_ETHERMAC}). */
  public static final ValueType<Mac> TYPE =
      WordType.of(PlainWord.MAC, (word, rule) -> parse(word), Mac::toString);

  /**
   * Reads an address.
   *
   * @throws BadValue where it is none
   */
  public static Mac parse(String word) throws BadValue {
    String[] parts = word.split(":", BYTES + 1);
    long bits = 0;
    for (String part : parts) {
      // C's strtoul reads it: nothing is 0, and a sign or a blank may stand before a single digit.
      if (parts.length != BYTES || part.length() > 2 || !PART.matcher(part).matches()) {
        throw BadValue.expected("an Ethernet address such as 02:00:00:00:00:01", word);
      }
      bits = bits << 8 | (part.isEmpty() ? 0 : Integer.parseInt(part.strip(), 16)) & 255;
    }
    return new Mac(bits);
  }

  /** Small letters, two digits a byte. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int shift = 40; shift >= 0; shift -= 8) {
      out.append(shift < 40 ? ":" : "").append(String.format("%02x", bits >> shift & 255));
    }
    return out.toString();
  }
}
