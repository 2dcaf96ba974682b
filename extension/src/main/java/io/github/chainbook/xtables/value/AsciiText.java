package io.github.chainbook.xtables.value;

/** Text as C's functions see it, for which only the letters A to Z have a case. */
final class AsciiText {

  private AsciiText() {}

  /** The same with small letters for A to Z; all else stays, unlike in {@code toLowerCase}. */
  static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (chars[i] >= 'A' && chars[i] <= 'Z') {
        chars[i] += 'a' - 'A';
      }
    }
    return new String(chars);
  }
}
