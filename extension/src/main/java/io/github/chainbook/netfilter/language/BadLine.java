package io.github.chainbook.netfilter.language;

/** Why a line of packets cannot be read. It never leaves this package. */
final class BadLine extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;

  /**
   * A line that cannot be read.
   *
   * @param column where, in code points from 1
   * @param message what was expected, and what was found
   */
  BadLine(int column, String message) {
    super(message, null, false, false);
    this.column = column;
  }

  /** The line does not go on as it must. */
  static BadLine expected(String what, Token found, String hint) {
    return new BadLine(found.column(), "expected " + what + ", found " + found.shown() + hint);
  }

  static BadLine expected(String what, Token found) {
    return expected(what, found, "");
  }

  int column() {
    return column;
  }
}
