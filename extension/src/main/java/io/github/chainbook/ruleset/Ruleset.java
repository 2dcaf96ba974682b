package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Family;
import java.util.List;
import java.util.Optional;

/**
 * One dump: all its tables.
 *
 * @param family IPv4 or IPv6
 * @param tables in the dump's order
 * @param comments the dump's comment lines, {@code #} included, in order
 */
public record Ruleset(Family family, List<Table> tables, List<String> comments) {

  public Ruleset {
    tables = List.copyOf(tables);
    comments = List.copyOf(comments);
  }

  /** The table of this name. */
  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** How many rules it has. */
  public long ruleCount() {
    return tables.stream().flatMap(t -> t.chains().stream()).mapToLong(c -> c.rules().size()).sum();
  }
}
