package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What iptables asks of a rule's words together; what passes becomes the rule.
 *
 * @param setting where the rule stands
 * @param draft what its words say
 */
record RuleChecks(RuleSetting setting, RuleDraft draft) {

  /** The rules, if iptables takes all that they say together. */
  List<ParsedRule> rules() throws SyntaxError {
    List<ParsedRule.HookLimit> limits = new ArrayList<>(1);
    List<Match> others = new ArrayList<>(draft.modules().size() + 1);
    for (GivenOptions module : draft.modules()) {
      others.add(match(module, draft.context()));
      limit(module, limits);
    }
    Optional<Target> to = Optional.empty();
    if (draft.target() != null) {
      to = Optional.of(new TargetChecks(setting, draft).target(others));
      limit(draft.targetOptions(), limits);
    }
    checkInterfaces();
    if (draft.lists().isEmpty()) {
      return List.of(rule(draft.builtIns(), others, to, limits));
    }
    List<ParsedRule> rules = new ArrayList<>();
    for (GivenOptions each : expanded()) {
      rules.add(rule(each, others, to, limits));
    }
    return rules;
  }

  /** A match, if its options are taken together. */
  static Match match(GivenOptions module, RuleContext context) throws SyntaxError {
    String savedAs = module.extension() == null ? module.name() : module.extension().savedAs();
    return new Match(Optional.of(savedAs), module.checked(context));
  }

  private ParsedRule rule(
      GivenOptions plain,
      List<Match> others,
      Optional<Target> to,
      List<ParsedRule.HookLimit> limits)
      throws SyntaxError {
    List<RuleOption> own = plain.checked(draft.context());
    List<Match> matches = others;
    if (!own.isEmpty()) {
      matches = new ArrayList<>(others.size() + 1);
      matches.add(new Match(Optional.empty(), own));
      matches.addAll(others);
    }
    return new ParsedRule(List.copyOf(matches), to, draft.counters(), limits);
  }

  private void checkInterfaces() throws SyntaxError {
    OptionSpec<?> refused = refusedIn(setting.chain());
    if (refused != null && draft.builtIns().has(refused)) {
      throw new SyntaxError(
          "wrong-hook",
          draft.builtIns().columnOf(refused),
          refused.name() + " has no place in " + setting.chain());
    }
  }

  /**
   * The interface that rules of a chain cannot ask for, by its name alone: do_parse in xshared.c.
   */
  static OptionSpec<?> refusedIn(String chain) {
    return switch (chain) {
      case "PREROUTING", "INPUT" -> BuiltIn.OUT;
      case "OUTPUT", "POSTROUTING" -> BuiltIn.IN;
      default -> null;
    };
  }

  // A rule for each pair of a source and a destination, the sources outside; iptables(8), -s.
  private List<GivenOptions> expanded() {
    List<GivenOptions> all = List.of(draft.builtIns());
    draft.lists().sort(Comparator.comparing(list -> list.get(0).name().equals("-d")));
    for (List<RuleOption> list : draft.lists()) {
      all = all.stream().flatMap(given -> list.stream().map(given::withInstead)).toList();
    }
    return all;
  }

  // The options are checked already.
  private static void limit(GivenOptions given, List<ParsedRule.HookLimit> limits) {
    Set<String> hooks = given == null ? Set.of() : given.hooks();
    if (!hooks.isEmpty()) {
      limits.add(new ParsedRule.HookLimit(given.extension().title(), hooks, given.column()));
    }
  }
}
