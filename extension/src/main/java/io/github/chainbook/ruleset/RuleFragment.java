package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of rule text that names the rules which hold each of its options, with the same values
 * and the same negation, in any order.
 */
public final class RuleFragment {

  /**
   * An option of the fragment: what it may be printed as. Options of several matches have the same
   * name, and a piece of a rule need not say which match is meant.
   *
   * @param readings lists of printed options, of which one must be in the rule
   */
  private record Wanted(List<List<RuleOption>> readings) {

    boolean isIn(List<RuleOption> held) {
      return readings.stream()
          .anyMatch(reading -> reading.stream().allMatch(o -> held.stream().anyMatch(o::means)));
    }
  }

  private final Catalogue catalogue;
  private final RuleContext context;
  private final List<String> modules = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final Set<String> builtIns = new HashSet<>();
  private Optional<Token> target = Optional.empty();
  private boolean isGoto;

  private RuleFragment(Catalogue catalogue, RuleContext context) {
    this.catalogue = catalogue;
    this.context = context;
  }

  /**
   * Reads a fragment. Options need no {@code -m} before them.
   *
   * @return empty where the text is no rule text
   */
  public static Optional<RuleFragment> parse(
      Catalogue catalogue, RuleContext context, String text) {
    Tokenizer.Words words = Tokenizer.split(text);
    if (words.tokens().isEmpty() || words.unclosedQuoteColumn() > 0) {
      return Optional.empty();
    }
    RuleFragment fragment = new RuleFragment(catalogue, context);
    try {
      fragment.read(new RuleWords(words.tokens(), 0));
      return Optional.of(fragment);
    } catch (SyntaxError e) {
      return Optional.empty();
    }
  }

  private void read(RuleWords words) throws SyntaxError {
    while (!words.isEmpty()) {
      Token token = words.next();
      boolean negated = token.is("!");
      if (negated && !words.isEmpty()) {
        token = words.next();
      }
      if (!token.isOption()) {
        throw new SyntaxError("stray-word", token.column(), "expected an option");
      }
      Token name = words.option(token);
      OptionSpec<?> general = catalogue.general().find(name.text());
      if (general != null && negated) {
        throw new SyntaxError("not-negatable", name.column(), "! has no place here");
      }
      if (general == null) {
        wanted.add(option(words, token, name, negated));
      } else if (general.name().equals("-m")) {
        modules.add(words.value(name, "the name of a match").text());
      } else if (general.name().equals("-j") || general.name().equals("-g")) {
        target = Optional.of(words.value(name, "a target"));
        isGoto = general.name().equals("-g");
      } else {
        throw new SyntaxError("unknown-option", name.column(), "no option of a rule");
      }
      words.refuseHanging(name);
    }
  }

  private Wanted option(RuleWords words, Token token, Token name, boolean negated)
      throws SyntaxError {
    List<Map.Entry<Extension, OptionSpec<?>>> known = new ArrayList<>();
    catalogue
        .builtIn()
        .exactOption(name.text())
        .ifPresent(spec -> known.add(Map.entry(catalogue.builtIn(), spec)));
    if (known.isEmpty()) {
      known.addAll(catalogue.anyOption(name.text()));
    }
    if (known.isEmpty()) {
      return new Wanted(List.of(List.of(words.verbatim(token, negated))));
    }
    String printed = known.get(0).getValue().name();
    boolean ambiguous = known.stream().anyMatch(e -> !e.getValue().name().equals(printed));
    boolean again = catalogue.builtIn().find(printed) != null && !builtIns.add(printed);
    if (ambiguous && known.stream().noneMatch(e -> e.getValue().isCalled(name.text())) || again) {
      throw new SyntaxError("ambiguous-option", name.column(), "which option is meant?");
    }
    List<Token> values = words.values(known.get(0).getValue(), name);
    List<String> texts = values.stream().map(Token::text).toList();
    List<List<RuleOption>> readings = new ArrayList<>();
    for (Map.Entry<Extension, OptionSpec<?>> entry : known) {
      boolean leftOut = texts.isEmpty() && entry.getValue().type().isOptional();
      if (leftOut || entry.getValue().values() == texts.size()) {
        reading(entry.getKey(), entry.getValue(), texts, negated).ifPresent(readings::add);
      }
    }
    List<Value> verbatim = values.stream().map(v -> new Value(v.text(), v.quoted())).toList();
    readings.add(List.of(RuleOption.verbatim(printed, verbatim, negated)));
    return new Wanted(readings);
  }

  private Optional<List<RuleOption>> reading(
      Extension extension, OptionSpec<?> spec, List<String> texts, boolean negated) {
    try {
      RuleOption option = spec.read(texts, negated, context);
      List<RuleOption> printed =
          new ArrayList<>(extension.print(new Options(List.of(option)), context));
      // What prints without the option too, as a default, does not come of it.
      printed.removeAll(extension.print(new Options(List.of()), context));
      boolean rewritten = printed.stream().noneMatch(o -> o.name().equals(spec.name()));
      return Optional.of(rewritten && !printed.isEmpty() ? printed : List.of(option));
    } catch (BadValue e) {
      return Optional.empty();
    }
  }

  /** Whether a rule holds all that stands in the fragment. */
  public boolean names(Rule rule) {
    List<String> ruleModules = rule.matches().stream().flatMap(m -> m.module().stream()).toList();
    List<RuleOption> held = new ArrayList<>(rule.matchOptions().toList());
    rule.target().ifPresent(t -> held.addAll(t.options()));
    return wanted.stream().allMatch(w -> w.isIn(held))
        && ruleModules.containsAll(modules)
        && hasTarget(rule);
  }

  private boolean hasTarget(Rule rule) {
    return target.isEmpty()
        || rule.target()
            .filter(t -> t.name().equals(target.get().text()))
            .filter(t -> (t.kind() == Target.Kind.GOTO) == isGoto)
            .isPresent();
  }
}
