package io.github.chainbook.figure;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which part of a ruleset a view shows.
 *
 * @param tables globs of table names; none for all
 * @param chains globs of chain names; none for all
 * @param from the chain to start from; only what it leads to is shown
 * @param depth how many jumps away from that chain the view goes; all if absent
 */
public record Selection(
    List<String> tables, List<String> chains, Optional<String> from, OptionalInt depth) {

  /** Everything. */
  public static final Selection ALL =
      new Selection(List.of(), List.of(), Optional.empty(), OptionalInt.empty());

  public Selection {
    tables = List.copyOf(tables);
    chains = List.copyOf(chains);
  }

  /** The tables of a ruleset that it names, in the dump's order. */
  public List<Table> tablesOf(Ruleset ruleset) {
    return ruleset.tables().stream().filter(table -> named(tables, table.name())).toList();
  }

  /** The chains of a table that it names, in the table's order. */
  public List<Chain> chainsOf(Table table) {
    Optional<Map<String, Integer>> distance = from.map(start -> distances(table, start));
    List<Chain> selected = new ArrayList<>();
    for (Chain chain : table.chains()) {
      boolean near =
          distance.isEmpty()
              || distance.get().getOrDefault(chain.name(), Integer.MAX_VALUE)
                  <= depth.orElse(Integer.MAX_VALUE - 1);
      if (near && named(chains, chain.name())) {
        selected.add(chain);
      }
    }
    return selected;
  }

  private static Map<String, Integer> distances(Table table, String start) {
    Map<String, Integer> distance = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    if (table.chain(start).isPresent()) {
      distance.put(start, 0);
      open.add(start);
    }
    while (!open.isEmpty()) {
      String name = open.remove();
      table.chain(name).stream()
          .flatMap(chain -> chain.rules().stream())
          .flatMap(rule -> rule.leadsTo().stream())
          .filter(to -> !distance.containsKey(to))
          .forEach(
              to -> {
                distance.put(to, distance.get(name) + 1);
                open.add(to);
              });
    }
    return distance;
  }

  /**
   * A glob for a name that may be any text: what could mean something in a list of globs is left
   * open.
   */
  public static String globOf(String name) {
    return name.codePoints()
        .map(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean named(List<String> globs, String name) {
    return globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, name));
  }

  /** Whether a glob matches: {@code *} stands for any text, {@code ?} for one character. */
  public static boolean matches(String glob, String name) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c ->
                regex.append(
                    c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
  }
}
