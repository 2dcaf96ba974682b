package io.github.chainbook.xtables;

import java.util.List;

/**
 * What an extension may know of the rule that it stands in.
 *
 * @param family IPv4 or IPv6
 * @param table the table's name
 * @param protocol the number behind {@code -p}; 0 for any
 * @param protocolNegated whether {@code !} stands before {@code -p}
 * @param besides what the rule's matches say, as it prints; known when the target is checked
 */
public record RuleContext(
    Family family, String table, int protocol, boolean protocolNegated, List<RuleOption> besides) {

  public RuleContext {
    besides = List.copyOf(besides);
  }

  /** A rule of whose matches nothing is known. */
  public RuleContext(Family family, String table, int protocol, boolean protocolNegated) {
    this(family, table, protocol, protocolNegated, List.of());
  }

  /** The same rule with these matches. */
  public RuleContext beside(List<RuleOption> options) {
    return new RuleContext(family, table, protocol, protocolNegated, options);
  }

  /** A rule of which nothing is known but its family and table. */
  public static RuleContext of(Family family, String table) {
    return new RuleContext(family, table, 0, false);
  }

  /** Whether the other knows the same. It is asked too often for a record's own equality. */
  public boolean isSame(RuleContext other) {
    return this == other
        || protocol == other.protocol
            && protocolNegated == other.protocolNegated
            && family == other.family
            && table.equals(other.table)
            && besides.equals(other.besides);
  }

  /** Whether every packet of the rule has one of these protocols. */
  public boolean isProtocol(int... numbers) {
    for (int number : numbers) {
      if (!protocolNegated && protocol == number) {
        return true;
      }
    }
    return false;
  }
}
