package io.github.chainbook.explain.profile;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Jump;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a chain must be called, must hold, and must be reached by.
 *
 * @param place its table and name
 * @param holds a rule of it
 * @param reachedBy a rule that leads to it
 */
record ChainPattern(
    RulePattern place, Optional<RulePattern> holds, Optional<RulePattern> reachedBy) {

  /** So many rules that lead to a chain are looked at, of perhaps thousands. */
  private static final int MOST_JUMPS = 100;

  /** The names of what it captures. */
  Set<String> names() {
    Set<String> names = place.names();
    holds.ifPresent(pattern -> names.addAll(pattern.names()));
    reachedBy.ifPresent(pattern -> names.addAll(pattern.names()));
    return names;
  }

  /** How special it is. */
  long weight() {
    return place.weight()
        + holds.map(RulePattern::weight).orElse(0L)
        + reachedBy.map(RulePattern::weight).orElse(0L);
  }

  /** What it captures of a chain; empty where the chain is not meant. */
  Optional<Map<String, String>> match(Table table, Chain chain, RulePattern.Fragments fragments) {
    Map<String, String> captured = new LinkedHashMap<>();
    boolean matches =
        place.matchPlace(table, chain, captured)
            && (holds.isEmpty() || anyHeld(table, chain, fragments, captured))
            && (reachedBy.isEmpty() || anyJump(table, chain, fragments, captured));
    return matches ? Optional.of(captured) : Optional.empty();
  }

  private boolean anyHeld(
      Table table, Chain chain, RulePattern.Fragments fragments, Map<String, String> captured) {
    for (Rule rule : chain.rules()) {
      if (RulePattern.collect(holds.get().match(table, chain, rule, fragments), captured)) {
        return true;
      }
    }
    return false;
  }

  private boolean anyJump(
      Table table, Chain chain, RulePattern.Fragments fragments, Map<String, String> captured) {
    for (Jump jump : table.jumpsTo(chain.name()).stream().limit(MOST_JUMPS).toList()) {
      if (RulePattern.collect(
          reachedBy.get().match(table, jump.from(), jump.rule(), fragments), captured)) {
        return true;
      }
    }
    return false;
  }
}
