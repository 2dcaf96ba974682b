package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.RuleOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One rule of a chain: a value. Of a large dump it is read in full when it is asked for. */
public final class Rule {

  private final int number;
  private final Position position;
  private final Optional<Counters> counters;
  private final RuleBody body;

  /**
   * A rule.
   *
   * @param number its place in the chain, from 1; rules of the dump that could not be read are
   *     counted too, so that a gap shows where one is missing
   * @param position where it stands in the dump
   * @param counters its counters, where the dump has them
   * @param matches what it asks of a packet, in the order in which iptables-save prints it
   * @param target what it does; empty for a rule that only counts
   */
  public Rule(
      int number,
      Position position,
      Optional<Counters> counters,
      List<Match> matches,
      Optional<Target> target) {
    this(
        number,
        position,
        counters,
        new ParsedRule(List.copyOf(matches), target, Optional.empty(), List.of()));
  }

  Rule(int number, Position position, Optional<Counters> counters, RuleBody body) {
    this.number = number;
    this.position = position;
    this.counters = counters;
    this.body = body;
  }

  Rule withNumber(int newNumber) {
    return new Rule(newNumber, position, counters, body);
  }

  /**
   * Its place in the chain, from 1; rules of the dump that could not be read are counted too, so
   * that a gap shows where one is missing.
   */
  public int number() {
    return number;
  }

  /** Where it stands in the dump. */
  public Position position() {
    return position;
  }

  /** Its counters, where the dump has them. */
  public Optional<Counters> counters() {
    return counters;
  }

  /** What it asks of a packet, in the order in which iptables-save prints it. */
  public List<Match> matches() {
    return body.matches();
  }

  /** What it does; empty for a rule that only counts. */
  public Optional<Target> target() {
    return body.target();
  }

  /** What it says, wherever it stands. */
  RuleBody body() {
    return body;
  }

  /**
   * The same rule, read in full. This one does not keep what was read: who looks at every rule of a
   * large dump once, one after another, needs no memory for all of them.
   */
  public Rule inFull() {
    ParsedRule read = body.inFull();
    return read == body ? this : new Rule(number, position, counters, read);
  }

  /** All options that it asks of a packet, of all modules. */
  public Stream<RuleOption> matchOptions() {
    return matches().stream().flatMap(match -> match.options().stream());
  }

  /** The chain that it leads to, if it leads to one. */
  public Optional<String> leadsTo() {
    return Optional.ofNullable(body.leadsTo());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rule rule
        && number == rule.number
        && position.equals(rule.position)
        && counters.equals(rule.counters)
        && matches().equals(rule.matches())
        && target().equals(rule.target());
  }

  @Override
  public int hashCode() {
    return Objects.hash(number, position);
  }

  @Override
  public String toString() {
    return "rule " + number + " at " + position + ": " + matches() + " " + target();
  }
}
