package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Tables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * From which hooks the chains of a table can be reached by jumps and gotos, whatever the rules on
 * the way ask. A chain that is missing here is reached from none.
 */
public final class Reachability {

  private final Map<String, Set<String>> hooks = new HashMap<>();

  /** Follows the jumps of a table. */
  public Reachability(Table table) {
    for (String hook : Tables.builtInChains(table.name())) {
      table.chain(hook).filter(Chain::builtIn).ifPresent(chain -> follow(table, chain));
    }
  }

  private void follow(Table table, Chain start) {
    Deque<Chain> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      Chain chain = open.pop();
      boolean isNew =
          hooks.computeIfAbsent(chain.name(), name -> new TreeSet<>()).add(start.name());
      if (isNew) {
        chain.rules().stream()
            .flatMap(rule -> rule.leadsTo().stream())
            .flatMap(name -> table.chain(name).stream())
            .forEach(open::push);
      }
    }
  }

  /** The names of the hooks from which this chain can be reached. */
  public Set<String> hooksOf(String chain) {
    return Set.copyOf(hooks.getOrDefault(chain, Set.of()));
  }
}
