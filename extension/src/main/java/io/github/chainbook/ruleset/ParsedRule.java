package io.github.chainbook.ruleset;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as its line says it, before it is known where its chain is reached from.
 *
 * @param matches what it asks of a packet
 * @param target what it does
 * @param counters the counters of its {@code -c}
 * @param places where its extensions may stand; empty where all may stand anywhere
 */
record ParsedRule(
    List<Match> matches,
    Optional<Target> target,
    Optional<Counters> counters,
    List<HookLimit> places)
    implements RuleBody {

  /**
   * An extension that the kernel takes at some hooks only.
   *
   * @param title how a message names it
   * @param hooks the built-in chains from which it may be reached
   * @param column where it stands in its line
   */
  record HookLimit(String title, Set<String> hooks, int column) {}

  @Override
  public ParsedRule inFull() {
    return this;
  }

  @Override
  public String leadsTo() {
    return target.isPresent() && target.get().leadsToChain() ? target.get().name() : null;
  }

  // The table looks for it when it is complete.
  @Override
  public boolean leadsToKnown() {
    return false;
  }

  @Override
  public boolean endsEveryWalk() {
    return matches.isEmpty() && target.isPresent() && target.get().kind() == Target.Kind.VERDICT;
  }

  @Override
  public boolean hasPlaces() {
    return !places.isEmpty();
  }

  @Override
  public boolean fits(Set<String> hooks) {
    for (HookLimit place : places) {
      if (!place.hooks().containsAll(hooks)) {
        return false;
      }
    }
    return true;
  }
}
