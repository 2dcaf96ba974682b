package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import java.util.List;

/**
 * What came of reading a dump.
 *
 * @param rulesets all that could be read: one ruleset, or one for each family where an IPv4 and an
 *     IPv6 dump are glued together
 * @param diagnostics what is wrong with it, in the order of the lines
 * @param setAside the lines that could not be read
 */
public record Reading(
    List<Ruleset> rulesets, List<Diagnostic> diagnostics, List<SetAside> setAside) {

  public Reading {
    rulesets = List.copyOf(rulesets);
    diagnostics = List.copyOf(diagnostics);
    setAside = List.copyOf(setAside);
  }

  /** The ruleset; of several the one that stands first. */
  public Ruleset ruleset() {
    return rulesets.get(0);
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
    return new Reading(rulesets, repaired, setAside);
  }
}
