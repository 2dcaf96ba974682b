package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A chain while its table is read. */
final class ChainBuilder {

  /**
   * A rule's line.
   *
   * @param rule empty for a line that could not be read, which keeps its number
   */
  record Entry(Position position, Optional<Counters> counters, Optional<ParsedRule> rule) {}

  private final String name;
  private final boolean builtIn;
  private Position firstSeen;
  private Chain.Origin origin;
  private int line;
  private Optional<String> policy = Optional.empty();
  private Optional<Counters> counters = Optional.empty();
  private final List<Entry> entries = new ArrayList<>();

  ChainBuilder(String name, boolean builtIn, Position firstSeen) {
    this.name = name;
    this.builtIn = builtIn;
    this.firstSeen = firstSeen;
    this.line = firstSeen.line();
    this.origin = builtIn ? Chain.Origin.IMPLIED : Chain.Origin.UNDECLARED;
  }

  String name() {
    return name;
  }

  boolean builtIn() {
    return builtIn;
  }

  Position firstSeen() {
    return firstSeen;
  }

  int line() {
    return line;
  }

  Chain.Origin origin() {
    return origin;
  }

  /** Notes a use that may stand above those that were seen so far. */
  void usedAt(Position where) {
    if (where.line() < firstSeen.line()) {
      firstSeen = where;
      line = origin == Chain.Origin.UNDECLARED ? where.line() : line;
    }
  }

  /** Whether rules use it above the line that declares it. */
  boolean isDeclaredTooLate() {
    return origin == Chain.Origin.DECLARED && !builtIn && firstSeen.line() < line;
  }

  void declare(int atLine) {
    origin = Chain.Origin.DECLARED;
    line = atLine;
  }

  void policy(Optional<String> newPolicy, Optional<Counters> newCounters) {
    policy = newPolicy;
    counters = newCounters;
  }

  List<Entry> entries() {
    return entries;
  }

  Chain build(List<OptionSpec> builtInOrder, UnaryOperator<Target> settleKind) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.rule().isPresent()) {
        ParsedRule parsed = entry.rule().get();
        rules.add(
            new Rule(
                i + 1,
                entry.position(),
                entry.counters().or(parsed::counters),
                parsed.matches(builtInOrder),
                parsed.toTarget().map(settleKind)));
      }
    }
    return new Chain(name, origin, builtIn, line, policy, counters, rules);
  }
}
