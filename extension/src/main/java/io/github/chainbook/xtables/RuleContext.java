package io.github.chainbook.xtables;

/**
 * What an extension may know of the rule that it stands in.
 *
 * @param family IPv4 or IPv6
 * @param table the table's name
 * @param protocol the number behind {@code -p}; 0 for any
 * @param protocolNegated whether {@code !} stands before {@code -p}
 */
public record RuleContext(Family family, String table, int protocol, boolean protocolNegated) {

  /** A rule of which nothing is known but its family and table. */
  public static RuleContext of(Family family, String table) {
    return new RuleContext(family, table, 0, false);
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
