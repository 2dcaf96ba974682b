package io.github.chainbook.figure.chart;

import io.github.chainbook.figure.Line;
import java.util.List;

/**
 * One rule of a chart.
 *
 * @param question what it asks of a packet; empty where it takes every packet
 * @param action what it does with one that it takes, the first line its target
 * @param after where a packet goes then
 */
public record Step(List<Line> question, List<Line> action, After after) {

  /** Where a packet goes after a rule has taken it. */
  public enum After {
    /** On to the next rule. */
    NEXT,
    /** Through another chain, and on if that does not decide. */
    CALL,
    /** Away from this chain. */
    LEAVES
  }

  public Step {
    question = List.copyOf(question);
    action = List.copyOf(action);
  }

  /** Whether no packet comes to the rules below. */
  boolean takesAll() {
    return question.isEmpty() && after == After.LEAVES;
  }
}
