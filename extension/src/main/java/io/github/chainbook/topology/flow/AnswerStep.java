package io.github.chainbook.topology.flow;

import java.util.Optional;

/**
 * A step of an answer's way back. It is a hop of the flow only where the answer does not come back.
 */
final class AnswerStep {

  private final AnswerStep before;
  private final Findings.Passage passage;
  private final Hop.Exit exit;
  private final Optional<Hop> first;
  private final int number;

  /** The number of its hop; 0 while it is none. Ways that part later share it. */
  private int hop;

  /**
   * A step.
   *
   * @param before the step before it; null for none
   * @param passage the answer in a namespace
   * @param exit how it left
   * @param first the hop there of the first packet whose translation was undone; empty for none
   */
  AnswerStep(AnswerStep before, Findings.Passage passage, Hop.Exit exit, Optional<Hop> first) {
    this.before = before;
    this.passage = passage;
    this.exit = exit;
    this.first = first;
    this.number = before == null ? 1 : before.number + 1;
  }

  /** Its number on its way, from 1. */
  int number() {
    return number;
  }

  /** In which namespace. */
  String namespace() {
    return passage.namespace().name();
  }

  /** Whether here, or before, what became of the first packet at a hop was undone. */
  boolean hasUndone(Hop hop) {
    return first.filter(hop::equals).isPresent() || before != null && before.hasUndone(hop);
  }

  /** Makes its way up to here hops of a flow's way. */
  Course show(Findings findings, Course course) {
    Course up = before == null ? course : before.show(findings, course);
    if (hop > 0) {
      return up.after(hop);
    }
    Course own = findings.hop(up, passage, exit);
    hop = findings.lastOf(own).number();
    return own;
  }
}
