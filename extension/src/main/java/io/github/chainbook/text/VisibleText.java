package io.github.chainbook.text;

/**
 * Text from outside, made fit for a page or a terminal: what cannot be shown is replaced by
 * something that can, and nothing is dropped. Control characters become their Unicode pictures (a
 * line feed is U+240A), bytes that were not UTF-8 become {@code \xHH}, and characters that would
 * turn the reading direction of what follows become U+FFFD.
 */
public final class VisibleText {

  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int REPLACEMENT = 0xFFFD;

  private VisibleText() {}

  /** The text as it may be shown. Letters, marks, blanks and emoji stay as they are. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Bytes.isEscapedByte(text, i)) {
        out.append(String.format("\\x%02X", c - 0xDC00));
      } else {
        out.appendCodePoint(visible(c));
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static int visible(int c) {
    if (c < 0x20) {
      return CONTROL_PICTURES + c;
    }
    if (c == 0x7F) {
      return DELETE_PICTURE;
    }
    boolean unshowable =
        c < 0xA0 && c > 0x7F
            || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
            || isDirectionControl(c)
            || Character.getType(c) == Character.PRIVATE_USE
            || c == 0x2028
            || c == 0x2029
            || (c & 0xFFFE) == 0xFFFE
            || c >= 0xFDD0 && c <= 0xFDEF;
    return unshowable ? REPLACEMENT : c;
  }

  // Unicode TR 36: an override or isolate in a comment would reorder the rule around it.
  private static boolean isDirectionControl(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
