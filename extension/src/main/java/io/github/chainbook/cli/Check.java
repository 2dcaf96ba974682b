package io.github.chainbook.cli;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.xtables.Family;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * Says what is wrong with dumps: what {@code check} does once its words are understood.
 *
 * @param console where dumps come from and diagnostics go to
 * @param reader reads the dumps
 */
record Check(Console console, RulesetReader reader) {

  /**
   * Reads dumps and prints their diagnostics.
   *
   * @param files dumps; {@code -} is standard input
   * @param family what the dumps are, if it is said
   * @return the exit status
   */
  int run(List<String> files, Optional<Family> family) {
    PrintWriter err = console.writer(console.err());
    boolean errors = false;
    for (String file : files) {
      for (Diagnostic diagnostic : diagnostics(file, family)) {
        err.println(diagnostic);
        errors |= diagnostic.isError();
      }
    }
    err.flush();
    return errors ? 1 : 0;
  }

  private List<Diagnostic> diagnostics(String file, Optional<Family> family) {
    try {
      Reading reading = reader.read(console.read(file), family);
      return reading.diagnostics();
    } catch (Console.Unreadable e) {
      return List.of(e.diagnostic());
    }
  }
}
