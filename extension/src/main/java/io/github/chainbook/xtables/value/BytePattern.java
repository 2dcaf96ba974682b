package io.github.chainbook.xtables.value;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to look for in a packet; iptables-extensions(8), section string.
 *
 * @param bytes one character for each byte, from 0 to 255
 */
public record BytePattern(String bytes) {

  /** XT_STRING_MAX_PATTERN_SIZE; linux/netfilter/xt_string.h. */
  static final int MAX_LENGTH = 128;

  /** The bytes of a text. */
  public static final ValueType<BytePattern> TEXT =
      WordType.freeText(
          (word, rule) -> checked(Bytes.encode(word)), it -> Value.quotedPlainly(it.bytes));

  /** A text with hexadecimal blocks: {@code GET|20 2f|index}. */
  public static final ValueType<BytePattern> HEX =
      WordType.freeText(
          (word, rule) -> HexBlocks.read(word), it -> Value.quotedPlainly("|" + it.hex() + "|"));

  /**
   * The pattern of these bytes.
   *
   * @throws BadValue where the kernel refuses their number
   */
  static BytePattern checked(byte[] bytes) throws BadValue {
    if (bytes.length < 1 || bytes.length > MAX_LENGTH) {
      throw new BadValue("expected 1 to " + MAX_LENGTH + " bytes, found " + bytes.length);
    }
    return new BytePattern(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** The bytes themselves. */
  public byte[] toBytes() {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Two small hexadecimal digits for each byte. */
  public String hex() {
    StringBuilder out = new StringBuilder();
    for (char c : bytes.toCharArray()) {
      out.append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
    }
    return out.toString();
  }

  /**
   * Whether iptables-save prints it as text: ASCII that can be seen, without a backslash at its
   * end; {@code is_hex_string} of libxt_string.c.
   */
  public boolean isText() {
    return !bytes.endsWith("\\") && bytes.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
