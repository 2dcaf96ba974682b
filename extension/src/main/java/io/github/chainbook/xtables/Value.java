package io.github.chainbook.xtables;

/**
 * A word that stands behind an option.
 *
 * @param text without quotes and escapes
 * @param quoted whether it prints in double quotes
 * @param apostrophes whether a backslash stands before an apostrophe in quotes, as before the other
 *     characters that need one
 */
public record Value(String text, boolean quoted, boolean apostrophes) {

  /** A word whose apostrophes are escaped in quotes. */
  public Value(String text, boolean quoted) {
    this(text, quoted, true);
  }

  /** A word in quotes whose apostrophes are not escaped; {@code print_string} of libxt_string.c. */
  public static Value quotedPlainly(String text) {
    return new Value(text, true, false);
  }

  /** A word that prints as it stands. */
  public static Value of(String text) {
    return new Value(text, false);
  }

  /**
   * Free text, which prints in quotes unless it holds letters, digits, {@code -} and {@code _}
   * alone; {@code xtables_save_string} of iptables 1.8.9.
   */
  public static Value text(String text) {
    return new Value(text, !isPlain(text));
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '-'
              || c == '_';
      if (!plain) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
