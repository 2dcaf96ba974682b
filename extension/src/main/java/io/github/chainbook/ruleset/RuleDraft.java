package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the words of a rule have said so far, before anything of it is checked together. */
final class RuleDraft {

  private final GivenOptions builtIns;
  private final LoadedOptions loaded;
  private final List<GivenOptions> modules = new ArrayList<>(3);
  private final List<List<RuleOption>> lists = new ArrayList<>(0);
  private Token protocol;
  private Token target;
  private boolean isGoto;
  private GivenOptions targetOptions;
  private Optional<Counters> counters = Optional.empty();
  private RuleContext context;
  private boolean other;

  RuleDraft(Catalogue catalogue, RuleContext context) {
    this.builtIns = new GivenOptions("", catalogue.builtIn(), 1);
    this.loaded = new LoadedOptions(catalogue, builtIns);
    this.context = context;
  }

  /** The options that need no extension. */
  GivenOptions builtIns() {
    return builtIns;
  }

  /** The options that may stand here. */
  LoadedOptions loaded() {
    return loaded;
  }

  /** The matches, in the order in which they stand. */
  List<GivenOptions> modules() {
    return modules;
  }

  boolean hasModule(String name) {
    return modules.stream().anyMatch(module -> module.name().equals(name));
  }

  void addModule(GivenOptions module) {
    modules.add(module);
    loaded.load(module);
  }

  /** The lists of addresses behind {@code -s} and {@code -d}, of which a rule has one each. */
  List<List<RuleOption>> lists() {
    return lists;
  }

  /** What stands behind {@code -p}, if it is there. */
  Optional<Token> protocol() {
    return Optional.ofNullable(protocol);
  }

  void protocol(Token written, int number, boolean negated) {
    protocol = written;
    context = new RuleContext(context.family(), context.table(), number, negated);
  }

  /** What is known of the rule. */
  RuleContext context() {
    return context;
  }

  /** The name behind {@code -j} or {@code -g}; null where neither stands. */
  Token target() {
    return target;
  }

  /** Whether the target stands behind {@code -g}. */
  boolean isGoto() {
    return isGoto;
  }

  void target(Token name, boolean byGoto) {
    target = name;
    isGoto = byGoto;
  }

  /** The options of the target; null for a chain or a verdict, which have none. */
  GivenOptions targetOptions() {
    return targetOptions;
  }

  void targetOptions(Extension extension) {
    targetOptions = new GivenOptions(target.text(), extension, target.column());
    loaded.load(targetOptions);
  }

  Optional<Counters> counters() {
    return counters;
  }

  void counters(Counters given) {
    counters = Optional.of(given);
  }

  /** Whether the rule says that it is for the other family. */
  boolean isOfOtherFamily() {
    return other;
  }

  void ofOtherFamily(boolean isOther) {
    other = isOther;
  }
}
