package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.OptionSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A rule while its line is read: modules in the order of their {@code -m}, and the target. */
final class ParsedRule {

  private final List<RuleOption> builtIns = new ArrayList<>();
  private final List<Module> modules = new ArrayList<>();
  private final List<RuleOption> targetOptions = new ArrayList<>();
  private Token target;
  private boolean isGoto;
  private Optional<Counters> counters = Optional.empty();

  /** A match that {@code -m}, or an option of the protocol's, has loaded. */
  record Module(String name, int column, List<RuleOption> options) {}

  List<RuleOption> builtIns() {
    return builtIns;
  }

  /** Adds a module; its options belong into the list that this returns. */
  List<RuleOption> load(String module, int column) {
    Module loaded = new Module(module, column, new ArrayList<>());
    modules.add(loaded);
    return loaded.options();
  }

  List<Module> modules() {
    return modules;
  }

  void target(Token name, boolean byGoto) {
    target = name;
    isGoto = byGoto;
  }

  Optional<Token> target() {
    return Optional.ofNullable(target);
  }

  List<RuleOption> targetOptions() {
    return targetOptions;
  }

  void counters(Counters read) {
    counters = Optional.of(read);
  }

  Optional<Counters> counters() {
    return counters;
  }

  /** The value of {@code -p}, unless it is negated. */
  Optional<String> protocol() {
    return builtIns.stream()
        .filter(option -> option.name().equals("-p") && !option.negated())
        .map(RuleOption::word)
        .findFirst();
  }

  /**
   * What it asks of a packet, in the order in which iptables-save prints it.
   *
   * @param order the built-in options in their printed order
   */
  List<Match> matches(List<OptionSpec> order) {
    List<Match> matches = new ArrayList<>();
    if (!builtIns.isEmpty()) {
      List<RuleOption> sorted = new ArrayList<>(builtIns);
      sorted.sort(Comparator.comparingInt(option -> order.indexOf(option.spec().orElse(null))));
      matches.add(new Match(Optional.empty(), sorted));
    }
    for (Module module : modules) {
      matches.add(new Match(Optional.of(module.name()), module.options()));
    }
    return matches;
  }

  /** The target; whether its name is a chain's is settled when the whole table is read. */
  Optional<Target> toTarget() {
    return target().map(this::toTarget);
  }

  private Target toTarget(Token name) {
    Target.Kind kind = isGoto ? Target.Kind.GOTO : Target.Kind.JUMP;
    return new Target(name.text(), kind, name.column(), targetOptions);
  }
}
