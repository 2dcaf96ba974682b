package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.RuleOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One rule of a chain.
 *
 * @param number its place in the chain, from 1; rules of the dump that could not be read are
 *     counted too, so that a gap shows where one is missing
 * @param position where it stands in the dump
 * @param counters its counters, where the dump has them
 * @param matches what it asks of a packet, in the order in which iptables-save prints it
 * @param target what it does; empty for a rule that only counts
 */
public record Rule(
    int number,
    Position position,
    Optional<Counters> counters,
    List<Match> matches,
    Optional<Target> target) {

  public Rule {
    matches = List.copyOf(matches);
  }

  Rule withNumber(int newNumber) {
    return new Rule(newNumber, position, counters, matches, target);
  }

  /** All options that it asks of a packet, of all modules. */
  public Stream<RuleOption> matchOptions() {
    return matches.stream().flatMap(match -> match.options().stream());
  }

  /** The chain that it leads to, if it leads to one. */
  public Optional<String> leadsTo() {
    return target.filter(Target::leadsToChain).map(Target::name);
  }
}
