package io.github.chainbook.ruleset;

import java.util.List;
import java.util.Optional;

/**
 * A chain of a table.
 *
 * @param name its name
 * @param origin how the dump came to have it
 * @param builtIn whether the table has it by itself, at a hook of the same name
 * @param line the line that declares it, or that uses it first where none does
 * @param policy what happens to a packet that reaches its end; only built-in chains have one, and
 *     only where the dump says it
 * @param counters the policy's counters
 * @param rules its rules in order
 */
public record Chain(
    String name,
    Origin origin,
    boolean builtIn,
    int line,
    Optional<String> policy,
    Optional<Counters> counters,
    List<Rule> rules) {

  /** How a dump came to have a chain. */
  public enum Origin {
    /** A line declares it. */
    DECLARED,
    /** It is built in, and rules use it without a line that declares it; that is legal. */
    IMPLIED,
    /** Rules use it and nothing declares it: an error, or with {@code %repair} an inference. */
    UNDECLARED
  }

  public Chain {
    rules = List.copyOf(rules);
  }

  /** The rule of this number. */
  public Optional<Rule> rule(int number) {
    return rules.stream().filter(rule -> rule.number() == number).findFirst();
  }
}
