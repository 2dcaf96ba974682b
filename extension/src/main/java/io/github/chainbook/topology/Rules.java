package io.github.chainbook.topology;

import io.github.chainbook.ruleset.Ruleset;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a namespace.
 *
 * @param id the id under which the book shows them; empty if it does not
 * @param rulesets what was read from the dump: one for each family
 */
public record Rules(Optional<String> id, List<Ruleset> rulesets) {

  public Rules {
    rulesets = List.copyOf(rulesets);
  }
}
