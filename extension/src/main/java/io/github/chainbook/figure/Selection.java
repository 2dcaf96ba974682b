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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which part of a ruleset a view shows.
 *
 * @param tables globs of table names; none for all
 * @param chains globs of chain names; none for all
 * @param from the chain to start from; only what it leads to is shown
 * @param to a chain, or where there is none of that name a target or policy such as {@code DROP};
 *     only chains that lead to it or have it are shown
 * @param depth how many jumps away from the chain to start from the view goes, or where there is
 *     none from what it leads to; all if absent
 */
public record Selection(
    List<String> tables,
    List<String> chains,
    Optional<String> from,
    Optional<String> to,
    OptionalInt depth) {

  /** Everything. */
  public static final Selection ALL =
      new Selection(List.of(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty());

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
    Optional<Map<String, Integer>> distance = from.map(start -> from(table, start));
    Optional<Map<String, Integer>> left = to.map(goal -> to(table, goal));
    int most = depth.orElse(Integer.MAX_VALUE - 1);
    List<Chain> selected = new ArrayList<>();
    for (Chain chain : table.chains()) {
      boolean leads = isNear(left, chain, from.isPresent() ? Integer.MAX_VALUE - 1 : most);
      if (isNear(distance, chain, most) && leads && named(chains, chain.name())) {
        selected.add(chain);
      }
    }
    return selected;
  }

  private static boolean isNear(Optional<Map<String, Integer>> distance, Chain chain, int most) {
    return distance.isEmpty()
        || distance.get().getOrDefault(chain.name(), Integer.MAX_VALUE) <= most;
  }

  private static Map<String, Integer> from(Table table, String start) {
    List<String> starts = table.chain(start).map(Chain::name).stream().toList();
    return distances(
        starts,
        name ->
            table.chain(name).stream()
                .flatMap(chain -> chain.rules().stream())
                .flatMap(rule -> rule.leadsTo().stream()));
  }

  private static Map<String, Integer> to(Table table, String goal) {
    List<String> goals =
        table.chain(goal).isPresent()
            ? List.of(goal)
            : table.chains().stream().filter(chain -> has(chain, goal)).map(Chain::name).toList();
    return distances(goals, name -> table.jumpsTo(name).stream().map(jump -> jump.from().name()));
  }

  private static boolean has(Chain chain, String target) {
    return chain.policy().equals(Optional.of(target))
        || chain.rules().stream()
            .flatMap(rule -> rule.target().stream())
            .anyMatch(found -> found.name().equals(target));
  }

  private static Map<String, Integer> distances(
      List<String> starts, Function<String, Stream<String>> next) {
    Map<String, Integer> distance = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(starts);
    starts.forEach(start -> distance.put(start, 0));
    while (!open.isEmpty()) {
      String name = open.remove();
      next.apply(name)
          .filter(other -> !distance.containsKey(other))
          .forEach(
              other -> {
                distance.put(other, distance.get(name) + 1);
                open.add(other);
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
