package io.github.chainbook.figure;

import java.util.List;

/**
 * A chain.
 *
 * @param name the chain's name
 * @param kind what kind of chain it is, which decides its look
 * @param subtitle what else its head says; may be empty
 * @param link to its head above the rule table; its id is empty where it leads nowhere
 * @param rowsName what its rows are, for who cannot see it
 * @param rows its rules
 */
public record Box(
    String name, Kind kind, String subtitle, Link link, String rowsName, List<Row> rows) {

  /** What kind of chain a box is. */
  public enum Kind {
    /** A built-in chain, which the kernel enters at a hook. */
    HOOK,
    /** A user chain. */
    USER,
    /** A chain that rules use and no line of the dump declares. */
    UNDECLARED,
    /** Several user chains, put together in a summary. */
    FAMILY,
    /** No chain, but a place that packets pass. */
    PLACE
  }

  public Box {
    rows = List.copyOf(rows);
  }
}
