package io.github.chainbook.fuzz;

import io.github.chainbook.ruleset.Reading;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.RulesetReader;
import io.github.chainbook.ruleset.SaveText;
import io.github.chainbook.text.SourceText;
import java.util.Optional;

/**
 * The target of a coverage-guided fuzzer, see CONTRIBUTING: whatever bytes come, the reader throws
 * nothing, and what it accepts and prints it accepts again and prints the same.
 */
public final class RulesetFuzz {

  private static final RulesetReader READER = new RulesetReader();

  private RulesetFuzz() {}

  /** Called by the fuzzer with each input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Reading reading = READER.read(SourceText.of("dump", data), Optional.empty());
    reading.diagnostics().forEach(Object::toString);
    for (Ruleset ruleset : reading.rulesets()) {
      String saved = SaveText.of(ruleset, true);
      if (!reading.hasErrors() && !ruleset.tables().isEmpty()) {
        checkAgain(ruleset, saved);
      }
    }
  }

  private static void checkAgain(Ruleset ruleset, String saved) {
    Reading again = READER.read(SourceText.of("saved", saved), Optional.of(ruleset.family()));
    if (again.hasErrors()) {
      throw new IllegalStateException(
          "what was accepted is refused once saved: " + again.diagnostics() + "\n" + saved);
    }
    String twice = SaveText.of(again.ruleset(), true);
    if (!twice.equals(saved)) {
      throw new IllegalStateException("saved twice:\n" + saved + "\n" + twice);
    }
  }
}
