package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import java.util.List;

/**
 * What came of reading a dump.
 *
 * @param ruleset all that could be read
 * @param diagnostics what is wrong with it, in the order of the lines
 * @param setAside the lines that could not be read
 */
public record Reading(Ruleset ruleset, List<Diagnostic> diagnostics, List<SetAside> setAside) {

  public Reading {
    diagnostics = List.copyOf(diagnostics);
    setAside = List.copyOf(setAside);
  }

  /** Whether anything is an error. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** The same, with every error that has a remedy turned into the warning that it was applied. */
  public Reading repaired() {
    List<Diagnostic> repaired =
        diagnostics.stream()
            .map(d -> d.isError() && d.remedy().isPresent() ? d.repaired() : d)
            .toList();
    return new Reading(ruleset, repaired, setAside);
  }
}
