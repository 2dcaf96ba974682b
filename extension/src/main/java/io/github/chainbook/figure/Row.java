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
 * @param rules the ids of the rules that it stands for; none where it is not about rules
 * @param mark what a packet has to do with it, where the figure is of a packet's way
 */
public record Row(
    String label,
    List<String> conditions,
    Kind kind,
    String action,
    Link link,
    List<String> rules,
    Mark mark) {

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

  /**
   * What a packet has to do with a row.
   *
   * @param met whether the packet met it
   * @param steps its places in the order of the packet's way, as {@code 2, 5}; may be empty
   * @param effect what it made of the packet; may be empty
   */
  public record Mark(Met met, String steps, String effect) {

    /** Of a row in a figure of rules alone. */
    public static final Mark NONE = new Mark(Met.UNKNOWN, "", "");
  }

  /** Whether a packet met something. */
  public enum Met {
    /** The figure is not about a packet. */
    UNKNOWN,
    /** It did. */
    YES,
    /** It may, depending on what is not known. */
    PERHAPS,
    /** It did not. */
    NO
  }

  /** A row that no packet has to do with. */
  public Row(
      String label,
      List<String> conditions,
      Kind kind,
      String action,
      Link link,
      List<String> rules) {
    this(label, conditions, kind, action, link, rules, Mark.NONE);
  }

  public Row {
    conditions = List.copyOf(conditions);
    rules = List.copyOf(rules);
  }

  /** A row for one rule. */
  public static Row of(int number, List<String> conditions, Kind kind, String action, Link link) {
    return new Row(String.valueOf(number), conditions, kind, action, link, List.of(link.id()));
  }

  /** The same, marked. */
  public Row with(Mark newMark) {
    return new Row(label, conditions, kind, action, link, rules, newMark);
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
