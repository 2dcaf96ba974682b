package io.github.chainbook.ruleset;

/**
 * A word of a line.
 *
 * @param text without quotes and escapes
 * @param column where it begins in its line, in code points from 1
 * @param quoted whether it was written in double quotes
 */
record Token(String text, int column, boolean quoted) {

  boolean is(String word) {
    return !quoted && text.equals(word);
  }

  /** Whether it looks like an option: a dash and then a letter or a second dash. */
  boolean isOption() {
    if (quoted || text.length() < 2 || text.charAt(0) != '-') {
      return false;
    }
    char second = text.charAt(1);
    return second == '-' || Character.isLetter(second) || text.equals("-4") || text.equals("-6");
  }
}
