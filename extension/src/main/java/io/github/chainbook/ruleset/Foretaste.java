package io.github.chainbook.ruleset;

import io.github.chainbook.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a few rules of a large dump beside everything else, before their turn comes, and forgets
 * what they say: the extensions that the dump uses are then loaded when its rules are read.
 */
final class Foretaste {

  /** Dumps of fewer lines are read by the time that a thread has begun. */
  private static final int LARGE = 20_000;

  private static final int RULES = 100;

  private Foretaste() {}

  /** Begins to read rules of a dump, if it is large. */
  static void begin(SourceText source) {
    if (source.lines().size() >= LARGE) {
      Thread thread =
          new Thread(() -> new RulesetReader().read(some(source), Optional.empty()), "foretaste");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static SourceText some(SourceText source) {
    List<String> lines = new ArrayList<>();
    int size = source.lines().size();
    int table = 0;
    while (table < size && !source.startsWith(table, "*")) {
      table++;
    }
    for (int i = table; i < size; i += i == table ? 1 : size / RULES) {
      if (i == table || source.startsWith(i, "-A ")) {
        lines.add(source.lines().get(i));
      }
    }
    return new SourceText(source.name(), lines, 1);
  }
}
