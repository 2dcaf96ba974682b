package io.github.chainbook.ruleset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One table of a ruleset: a value, with its chains and the jumps between them found by name at
 * once.
 */
public final class Table {

  private final String name;
  private final int line;
  private final List<Chain> chains;
  private final Supplier<Map<String, Chain>> byName;
  private final Supplier<Map<String, List<Jump>>> jumps;

  /**
   * Makes a table.
   *
   * @param name one of the five names of netfilter, or what stands in its place
   * @param line the line of its {@code *name}
   * @param chains built-in ones in hook order, then the others in the dump's order
   */
  public Table(String name, int line, List<Chain> chains) {
    this.name = name;
    this.line = line;
    this.chains = List.copyOf(chains);
    this.byName = new Memo<>(this::named);
    this.jumps = new Memo<>(this::findJumps);
  }

  private Map<String, Chain> named() {
    Map<String, Chain> named = new HashMap<>(chains.size() * 2);
    for (Chain chain : chains) {
      named.put(chain.name(), chain);
    }
    return named;
  }

  private Map<String, List<Jump>> findJumps() {
    Map<String, List<Jump>> found = new HashMap<>();
    for (Chain chain : chains) {
      for (Rule rule : chain.rules()) {
        rule.leadsTo()
            .ifPresent(
                to -> found.computeIfAbsent(to, k -> new ArrayList<>()).add(new Jump(chain, rule)));
      }
    }
    return found;
  }

  /** The table's name. */
  public String name() {
    return name;
  }

  /** The line of its {@code *name}. */
  public int line() {
    return line;
  }

  /** Its chains: built-in ones in hook order, then the others in the dump's order. */
  public List<Chain> chains() {
    return chains;
  }

  /** The chain of this name. */
  public Optional<Chain> chain(String chainName) {
    return Optional.ofNullable(byName.get().get(chainName));
  }

  /** The rules that lead to the chain of this name, in the table's order. */
  public List<Jump> jumpsTo(String chainName) {
    return List.copyOf(jumps.get().getOrDefault(chainName, List.of()));
  }

  /** How many rules it has. */
  public int ruleCount() {
    return chains.stream().mapToInt(chain -> chain.rules().size()).sum();
  }
}
