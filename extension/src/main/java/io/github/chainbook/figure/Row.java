package io.github.chainbook.figure;

/**
 * A line of a box: one rule.
 *
 * @param number the rule's number
 * @param condition what it asks of a packet; empty where it asks nothing
 * @param action what it does
 * @param link to its row in the rule table
 */
public record Row(int number, String condition, String action, Link link) {

  /** The row as one text: number, condition, action. */
  public String text() {
    return number + " " + (condition.isEmpty() ? "" : condition + " ") + action;
  }
}
