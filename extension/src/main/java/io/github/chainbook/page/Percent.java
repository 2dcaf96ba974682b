package io.github.chainbook.page;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, as far as links between the pages of a site need it. */
final class Percent {

  private Percent() {}

  /**
   * Undoes percent-encoding; a plus sign stays a plus sign.
   *
   * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits,
   *     or if what comes out is not UTF-8
   */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '%') {
        out.write(in[i]);
        continue;
      }
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("a % without two hexadecimal digits in " + text);
      }
      out.write(high * 16 + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())) + "";
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8 after percent-decoding: " + text, e);
    }
  }

  /** Writes a file name as the path of a relative link: only what would be misread is encoded. */
  static String encodeName(String name) {
    StringBuilder link = new StringBuilder();
    for (char c : name.toCharArray()) {
      switch (c) {
        case '%' -> link.append("%25");
        case ' ' -> link.append("%20");
        case '#' -> link.append("%23");
        case '?' -> link.append("%3F");
        default -> link.append(c);
      }
    }
    return link.toString();
  }
}
