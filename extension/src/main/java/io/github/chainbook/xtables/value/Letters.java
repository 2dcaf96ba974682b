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
      small.setCharAt(i, small(small.charAt(i)));
    }
    return small.toString();
  }

  private static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c;
  }

  /** Whether two texts differ in the case of such letters at most. */
  public static boolean same(String one, String other) {
    return one.length() == other.length() && begins(one, other);
  }

  /** Whether a text begins so, but for the case of such letters. */
  public static boolean begins(String beginning, String text) {
    if (beginning.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < beginning.length(); i++) {
      if (small(beginning.charAt(i)) != small(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
