package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Rule;
import java.util.List;

/**
 * Neighbouring rules of a chain: rules that are shown one by one, or a run of rules that are alike.
 *
 * @param rules the rules in order
 * @param patterns what the rules of a run have in common; several patterns take turns, so that the
 *     rule at place {@code i} has pattern {@code i % patterns.size()}. Empty where the rules are
 *     shown one by one
 */
public record Stretch(List<Rule> rules, List<RunPattern> patterns) {

  public Stretch {
    rules = List.copyOf(rules);
    patterns = List.copyOf(patterns);
  }

  /** Whether the rules are alike. */
  public boolean isRun() {
    return !patterns.isEmpty();
  }

  /** The number of the first rule. */
  public int first() {
    return rules.get(0).number();
  }

  /** The number of the last rule. */
  public int last() {
    return rules.get(rules.size() - 1).number();
  }
}
