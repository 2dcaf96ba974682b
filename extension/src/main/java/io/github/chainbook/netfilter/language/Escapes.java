package io.github.chainbook.netfilter.language;

import io.github.chainbook.text.Bytes;

/**
 * Text between quotation marks: {@code \n}, {@code \r}, {@code \t} and {@code \xHH} stand for
 * bytes, a backslash before anything else for that itself.
 */
final class Escapes {

  private static final String NAMES = "nrt";
  private static final String VALUES = "\n\r\t";

  private Escapes() {}

  /**
   * Reads an escape.
   *
   * @param at where its backslash stands
   * @return the index behind it
   */
  static int read(String line, int at, StringBuilder out) {
    char c = line.charAt(at + 1);
    boolean hex =
        c == 'x'
            && at + 4 <= line.length()
            && line.substring(at + 2, at + 4).matches("[0-9a-fA-F]{2}");
    if (hex) {
      out.append(Bytes.decode(new byte[] {(byte) Integer.parseInt(line, at + 2, at + 4, 16)}));
      return at + 4;
    }
    int name = NAMES.indexOf(c);
    int length = Character.charCount(line.codePointAt(at + 1));
    out.append(
        name >= 0 ? VALUES.substring(name, name + 1) : line.substring(at + 1, at + 1 + length));
    return at + 1 + length;
  }

  /** Bytes as text with quotation marks. */
  static String print(byte[] bytes) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : bytes) {
      int c = b & 0xFF;
      if (c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c < 0x20 || c >= 0x7F) {
        out.append(String.format("\\x%02x", c));
      } else {
        out.append((char) c);
      }
    }
    return out.append('"').toString();
  }
}
