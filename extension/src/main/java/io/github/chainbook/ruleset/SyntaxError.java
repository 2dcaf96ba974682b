package io.github.chainbook.ruleset;

/** Ends the reading of one line; the reader turns it into a diagnostic at once. */
final class SyntaxError extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int column;

  SyntaxError(String code, int column, String message) {
    super(message, null, false, false);
    this.code = code;
    this.column = column;
  }

  String code() {
    return code;
  }

  int column() {
    return column;
  }
}
