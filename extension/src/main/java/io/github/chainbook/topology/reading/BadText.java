package io.github.chainbook.topology.reading;

import io.github.chainbook.text.Position;
import io.github.chainbook.yaml.YamlValue.Scalar;

/** Why a text of a declaration cannot be read. It never leaves this package. */
final class BadText extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 40;

  private final transient Position position;

  /**
   * A text that cannot be read.
   *
   * @param scalar the text
   * @param index the index in it where it is wrong
   * @param message what was expected, and what was found
   */
  BadText(Scalar scalar, int index, String message) {
    super(message, null, false, false);
    this.position = scalar.position(index);
  }

  Position position() {
    return position;
  }

  /** A part of a text as a message quotes it. */
  static String shown(String text) {
    if (text.isEmpty()) {
      return "nothing";
    }
    return text.codePointCount(0, text.length()) > MOST_SHOWN
        ? "'" + text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN)) + "…'"
        : "'" + text + "'";
  }
}
