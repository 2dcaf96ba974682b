package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often the rules of a chain were met, and what part that is of a whole.
 *
 * @param whole what a rule's count is a part of: the packets that came into the chain where the
 *     dump tells, else the count of the rule that was met most; 0 where there is nothing to compare
 * @param cameIn whether the whole is what came into the chain
 */
public record Hits(BigInteger whole, boolean cameIn) {

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  /**
   * The hits of a chain.
   *
   * @return empty where the dump has no counters for any of its rules
   */
  public static Optional<Hits> of(Table table, Chain chain) {
    List<BigInteger> met = packets(chain.rules());
    if (met.isEmpty()) {
      return Optional.empty();
    }
    BigInteger most = met.stream().max(BigInteger::compareTo).orElseThrow();
    // A rule is met at most once by what comes in. Where more was counted, counters were set back.
    Optional<BigInteger> entered = entered(table, chain).filter(all -> all.compareTo(most) >= 0);
    // A rule alone is no share of itself.
    BigInteger compared = met.size() > 1 ? most : BigInteger.ZERO;
    return Optional.of(new Hits(entered.orElse(compared), entered.isPresent()));
  }

  /**
   * How many packets came into a chain, as the rules that lead to it have counted.
   *
   * @return empty for a built-in chain, into which packets come by themselves, and where a rule
   *     that leads here has no counters
   */
  public static Optional<BigInteger> entered(Table table, Chain chain) {
    List<Rule> callers = table.jumpsTo(chain.name()).stream().map(jump -> jump.rule()).toList();
    List<BigInteger> counts = packets(callers);
    boolean known = !chain.builtIn() && !callers.isEmpty() && counts.size() == callers.size();
    return known
        ? Optional.of(counts.stream().reduce(BigInteger.ZERO, BigInteger::add))
        : Optional.empty();
  }

  /** All packets and bytes of some rules together; empty where one of them has no counters. */
  public static Optional<Counters> sum(List<Rule> rules) {
    BigInteger packets = BigInteger.ZERO;
    BigInteger bytes = BigInteger.ZERO;
    for (Rule rule : rules) {
      if (rule.counters().isEmpty()) {
        return Optional.empty();
      }
      packets = packets.add(rule.counters().get().packets());
      bytes = bytes.add(rule.counters().get().bytes());
    }
    return Optional.of(new Counters(packets, bytes));
  }

  private static List<BigInteger> packets(List<Rule> rules) {
    return rules.stream().flatMap(rule -> rule.counters().stream()).map(Counters::packets).toList();
  }

  /**
   * What part of the whole some packets are, in per cent, rounded, 100 only for all; empty where
   * there is none.
   */
  public OptionalInt percent(BigInteger packets) {
    if (whole.signum() == 0 || packets.compareTo(whole) > 0) {
      return OptionalInt.empty();
    }
    BigInteger half = whole.shiftRight(1);
    int rounded = packets.multiply(HUNDRED).add(half).divide(whole).intValueExact();
    return OptionalInt.of(packets.equals(whole) ? rounded : Math.min(rounded, 99));
  }
}
