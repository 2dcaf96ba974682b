package io.github.chainbook.figure.walk;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of one rule, policy or end of a chain, from all ways that a packet may take. */
final class Sighting {

  private final Set<Integer> steps = new LinkedHashSet<>();
  private final Set<String> effects = new LinkedHashSet<>();
  private boolean met;
  private boolean certain;
  private final Set<Integer> missed = new LinkedHashSet<>();

  private final Messages words;

  Sighting(Messages words) {
    this.words = words;
  }

  /**
   * The packet met it.
   *
   * @param number which step of the packet's way that is; 0 for one that is not counted
   * @param sure whether it is so on all ways
   */
  void meet(TraceStep step, int number, boolean sure) {
    met = true;
    certain |= sure;
    if (sure && number > 0) {
      steps.add(number);
    }
    List<String> changes = new ArrayList<>();
    step.changes()
        .forEach(change -> changes.add(Traces.changed(change.what(), words) + " → " + change.to()));
    if (!changes.isEmpty()) {
      effects.add(new Lists(words).joined("join.items", changes));
    }
  }

  /** It was asked on this way, and did not match. */
  void miss(int way) {
    missed.add(way);
  }

  boolean isMet() {
    return met;
  }

  boolean isCertain() {
    return certain;
  }

  /** Whether it was asked, and did not match, on each of so many ways. */
  boolean isMissed(int ways) {
    return !met && missed.size() == ways;
  }

  /** {@code 2, 5}. */
  String steps() {
    return steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** What it made of the packet. */
  String effect() {
    return new Lists(words)
        .joined(certain ? "join.clauses" : "join.alternatives", List.copyOf(effects));
  }
}
