package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A piece of rule text that names the rules which hold each of its options, with the same values
 * and the same negation, in any order.
 */
public final class RuleFragment {

  private final List<String> modules = new ArrayList<>();
  private final List<RuleOption> options = new ArrayList<>();
  private final Optional<Target> target;

  private RuleFragment(ParsedRule rule, Catalogue catalogue) {
    for (Match match : rule.matches(catalogue.builtIn().options())) {
      match.module().ifPresent(modules::add);
      options.addAll(match.options());
    }
    target = rule.toTarget();
  }

  /**
   * Reads a fragment. Options need no {@code -m} before them.
   *
   * @return empty where the text is no rule text
   */
  public static Optional<RuleFragment> parse(Catalogue catalogue, String text) {
    Tokenizer.Words words = Tokenizer.split(text);
    if (words.tokens().isEmpty() || words.unclosedQuoteColumn() > 0) {
      return Optional.empty();
    }
    try {
      ParsedRule rule = RuleParser.parseFragment(catalogue, words.tokens());
      return Optional.of(new RuleFragment(rule, catalogue));
    } catch (SyntaxError e) {
      return Optional.empty();
    }
  }

  /** Whether a rule holds all that stands in the fragment. */
  public boolean names(Rule rule) {
    List<String> ruleModules = rule.matches().stream().flatMap(m -> m.module().stream()).toList();
    List<RuleOption> held = new ArrayList<>(rule.matchOptions().toList());
    rule.target().ifPresent(t -> held.addAll(t.options()));
    boolean hasOptions = options.stream().allMatch(o -> held.stream().anyMatch(o::means));
    return hasOptions && ruleModules.containsAll(modules) && hasTarget(rule);
  }

  private boolean hasTarget(Rule rule) {
    if (target.isEmpty()) {
      return true;
    }
    Target wanted = target.get();
    return rule.target()
        .filter(t -> t.name().equals(wanted.name()))
        .filter(t -> (t.kind() == Target.Kind.GOTO) == (wanted.kind() == Target.Kind.GOTO))
        .filter(
            t -> wanted.options().stream().allMatch(o -> t.options().stream().anyMatch(o::means)))
        .isPresent();
  }
}
