package io.github.chainbook.figure;

import java.util.List;

/**
 * A line of a box: one rule, or in a summary several that are alike.
 *
 * @param label the rule's number, or how many it stands for
 * @param conditions what it asks of a packet, an option each; empty where it asks nothing
 * @param kind what kind of thing it does, which decides its look
 * @param action what it does
 * @param link to its row in the rule table, or to the first of several
 * @param rules the ids of the rules that it stands for, at least one
 */
public record Row(
    String label,
    List<String> conditions,
    Kind kind,
    String action,
    Link link,
    List<String> rules) {

  /** What kind of thing a rule does. */
  public enum Kind {
    /** To another chain and back. */
    JUMP,
    /** To another chain for good. */
    GOTO,
    /** Back to the chain that it was called from. */
    RETURN,
    /** Anything else that a target does. */
    TARGET,
    /** Nothing but counting. */
    NONE
  }

  public Row {
    conditions = List.copyOf(conditions);
    rules = List.copyOf(rules);
  }

  /** A row for one rule. */
  public static Row of(int number, List<String> conditions, Kind kind, String action, Link link) {
    return new Row(String.valueOf(number), conditions, kind, action, link, List.of(link.id()));
  }

  /** All that it asks of a packet, as one text. */
  public String condition() {
    return String.join(" ", conditions);
  }

  /** The row as one text: label, condition, action. */
  public String text() {
    return label + " " + (conditions.isEmpty() ? "" : condition() + " ") + action;
  }
}
