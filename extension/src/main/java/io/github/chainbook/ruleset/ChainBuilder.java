package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.OptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chain while its table is read. */
final class ChainBuilder {

  private final String name;
  private final boolean builtIn;
  private final OptionSpec<?> refused;
  private Position firstSeen;
  private Chain.Origin origin;
  private int line;
  private Optional<String> policy = Optional.empty();
  private Optional<Counters> counters = Optional.empty();
  private boolean limited;
  private boolean open;
  private final List<Rule> entries = new ArrayList<>(0);

  ChainBuilder(String name, boolean builtIn, Position firstSeen) {
    this.name = name;
    this.builtIn = builtIn;
    this.refused = RuleChecks.refusedIn(name);
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

  /** The option that its rules cannot ask for; null for none. */
  OptionSpec<?> refused() {
    return refused;
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

  /** Adds a rule before the one of this index. */
  void add(int index, Rule rule) {
    entries.add(index, rule);
    limited |= rule.body().hasPlaces();
    open |= rule.body().leadsTo() != null && !rule.body().leadsToKnown();
  }

  /** Whether a rule holds an extension that may stand at some hooks only. */
  boolean hasHookLimits() {
    return limited;
  }

  /** Whether a rule leads to a chain that is still to be looked for. */
  boolean leadsOn() {
    return open;
  }

  /** Its rules' lines; null for one that could not be read, which keeps its number. */
  List<Rule> entries() {
    return entries;
  }

  Chain build() {
    List<Rule> rules = isInOrder() ? entries : numbered();
    return new Chain(name, origin, builtIn, line, policy, counters, rules);
  }

  private boolean isInOrder() {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) == null || entries.get(i).number() != i + 1) {
        return false;
      }
    }
    return true;
  }

  // Rules that were inserted above others have changed their numbers.
  private List<Rule> numbered() {
    List<Rule> rules = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      Rule rule = entries.get(i);
      if (rule != null) {
        rules.add(rule.number() == i + 1 ? rule : rule.withNumber(i + 1));
      }
    }
    return rules;
  }
}
