package io.github.chainbook.topology.capture;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with captured files. */
final class Problems {

  private static final int MAX_QUOTED = 60;

  private final List<Diagnostic> all = new ArrayList<>();

  /** A file cannot be read as what it should be. */
  void form(Position position, String message) {
    all.add(Diagnostic.error("capture-form", position, message));
  }

  /** An entry cannot be read and is left out. */
  void entry(Position position, String message) {
    all.add(Diagnostic.error("capture-entry", position, "left out: " + message));
  }

  /** Something was read that nothing here looks at, so that packets may go another way. */
  void ignored(Position position, String message) {
    all.add(Diagnostic.warning("capture-ignored", position, message));
  }

  /** Something is not known. */
  void unknown(Position position, String message) {
    all.add(Diagnostic.info("capture-unknown", position, message));
  }

  /** What another reader has to say. */
  void add(Diagnostic problem) {
    all.add(problem);
  }

  /** All of them, in the order in which they came. */
  List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /** A word of a file for a message: short, in quotes. */
  static String quote(String word) {
    return "'" + (word.length() > MAX_QUOTED ? word.substring(0, MAX_QUOTED) + "…" : word) + "'";
  }
}
