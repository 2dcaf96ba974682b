package io.github.chainbook.netfilter.language;

/**
 * A word of a line.
 *
 * @param text the word; what stood between quotation marks, without them
 * @param column where it begins, in code points from 1
 * @param kind what it is
 */
record Token(String text, int column, Kind kind) {

  private static final int MOST_SHOWN = 40;

  /** The kinds of words. */
  enum Kind {
    WORD,
    /** A word between quotation marks. */
    QUOTED,
    /** {@code >}, {@code =>}, or a comma between claims. */
    SIGN,
    /** What stands behind the last word. */
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isEnd() {
    return kind == Kind.END;
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  /** The word as a message quotes it. */
  String shown() {
    if (isEnd()) {
      return "the end of the line";
    }
    return text.codePointCount(0, text.length()) > MOST_SHOWN
        ? "'" + text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…'"
        : "'" + text + "'";
  }

  /** The column of a part of the word. */
  int columnOf(int index) {
    return column + text.codePointCount(0, index);
  }
}
