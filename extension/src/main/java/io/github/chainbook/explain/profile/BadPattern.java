package io.github.chainbook.explain.profile;

/** A pattern or note that cannot be understood: where, and what was expected. */
final class BadPattern extends Exception {

  private static final long serialVersionUID = 1L;

  private final int index;

  BadPattern(int index, String message) {
    super(message);
    this.index = index;
  }

  /** The character, from 0, where it goes wrong. */
  int index() {
    return index;
  }
}
