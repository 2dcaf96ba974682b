package io.github.chainbook.explain.profile;

import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleFragment;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fragments of profiles, each read once for a table of a family. */
final class Fragments implements RulePattern.Fragments {

  private record Key(String table, String text) {}

  private final Family family;
  private final Catalogue catalogue;
  private final Map<Key, Optional<RuleFragment>> read = new HashMap<>();

  Fragments(Family family) {
    this.family = family;
    this.catalogue = Catalogue.of(family);
  }

  /** Whether a text is rule text at all. */
  static boolean isOne(String text) {
    return RuleFragment.parse(
            Catalogue.of(Family.IPV4), RuleContext.of(Family.IPV4, "filter"), text)
        .isPresent();
  }

  @Override
  public boolean names(String fragment, Table table, Rule rule) {
    return read.computeIfAbsent(
            new Key(table.name(), fragment),
            key -> RuleFragment.parse(catalogue, RuleContext.of(family, key.table()), key.text()))
        .filter(found -> found.names(rule))
        .isPresent();
  }
}
