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
    List<HookLimit> places) {

  /**
   * An extension that the kernel takes at some hooks only.
   *
   * @param title how a message names it
   * @param hooks the built-in chains from which it may be reached
   * @param column where it stands in its line
   */
  record HookLimit(String title, Set<String> hooks, int column) {}
}
