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
    return !quoted
        && text.length() > 1
        && text.charAt(0) == '-'
        && (text.charAt(1) == '-' || Character.isLetter(text.charAt(1)));
  }

  Value toValue() {
    return new Value(text, quoted);
  }
}
