package io.github.chainbook.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text and back without loss. A byte that is not part of valid UTF-8 becomes the lone
 * surrogate U+DC80 to U+DCFF that holds it, as Python's {@code surrogateescape} does, and turns
 * into that byte again when written.
 */
public final class Bytes {

  private static final int ESCAPE_BASE = 0xDC00;

  private Bytes() {}

  /** Decodes UTF-8; never fails. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Decodes the bytes from one index to before another. */
  static String decode(byte[] bytes, int from, int to) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isUnderflow()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (ESCAPE_BASE + (in.get() & 0xFF)));
      }
      decoder.reset();
    }
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Encodes as UTF-8, turning escaped bytes back into themselves. */
  public static byte[] encode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
    int plainFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isEscapedByte(text, i)) {
        out.writeBytes(text.substring(plainFrom, i).getBytes(StandardCharsets.UTF_8));
        out.write(text.charAt(i) - ESCAPE_BASE);
        plainFrom = i + 1;
      }
    }
    out.writeBytes(text.substring(plainFrom).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** How many bytes {@link #encode} makes of a text. */
  public static int length(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return encode(text).length;
      }
    }
    return text.length();
  }

  /** Whether the character at this index stands for a byte that was not UTF-8. */
  static boolean isEscapedByte(String text, int index) {
    char c = text.charAt(index);
    return c >= 0xDC80
        && c <= 0xDCFF
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
