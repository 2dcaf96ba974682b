package io.github.chainbook.xtables.value;

/** Letters as C sees them in its own locale: only those of ASCII are small or capital. */
public final class Letters {

  private Letters() {}

  /**
   * The text with the capital letters A to Z made small, for comparisons as {@code strcasecmp}
   * makes them. Java's own would also take the Kelvin sign for a k.
   */
  public static String small(String text) {
    StringBuilder small = new StringBuilder(text);
    for (int i = 0; i < small.length(); i++) {
      char c = small.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        small.setCharAt(i, (char) (c - 'A' + 'a'));
      }
    }
    return small.toString();
  }
}
