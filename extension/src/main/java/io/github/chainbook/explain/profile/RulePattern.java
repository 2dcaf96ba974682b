package io.github.chainbook.explain.profile;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.RuleOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a rule must hold, and where it must stand; what is not asked for may be anything.
 *
 * @param table the table
 * @param chain the chain that it stands in
 * @param target what stands behind {@code -j} or {@code -g}
 * @param options options with their values
 * @param values values that it mentions in any place
 * @param fragment rule text as in references; empty for none
 */
record RulePattern(
    Optional<String> table,
    Optional<Glob> chain,
    Optional<Glob> target,
    List<OptionPattern> options,
    List<ValuePattern> values,
    Optional<String> fragment) {

  /** An option with this name and negation, whose values as they print match. */
  record OptionPattern(String name, boolean negated, Glob values) {

    private boolean match(RuleOption option, Map<String, String> captured) {
      return name.equals(option.name())
          && negated == option.negated()
          && collect(values.match(String.join(" ", option.words())), captured);
    }
  }

  /** A value that is mentioned. */
  record ValuePattern(ValueKind kind, Glob value) {

    private boolean match(RuleOption option, Map<String, String> captured) {
      return kind.in(option).stream().anyMatch(text -> collect(value.match(text), captured));
    }
  }

  RulePattern {
    options = List.copyOf(options);
    values = List.copyOf(values);
  }

  /** Asks which rules a fragment names. */
  interface Fragments {
    boolean names(String fragment, Table table, Rule rule);
  }

  /**
   * The values that it asks for, marks without their masks; none where it asks for more than
   * values.
   *
   * @param captured what it captured
   */
  List<String> valuesAlone(Map<String, String> captured) {
    boolean more =
        !options.isEmpty() || chain.isPresent() || target.isPresent() || fragment.isPresent();
    return more
        ? List.of()
        : values.stream().map(v -> v.value().with(captured).replaceFirst("/.*", "")).toList();
  }

  /** Whether every rule matches. */
  boolean asksNothing() {
    return table.isEmpty() && globs().findAny().isEmpty() && fragment.isEmpty();
  }

  /** The names of what it captures. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    globs().forEach(glob -> names.addAll(glob.names()));
    return names;
  }

  private Stream<Glob> globs() {
    return Stream.of(
            chain.stream(),
            target.stream(),
            options.stream().map(OptionPattern::values),
            values.stream().map(ValuePattern::value))
        .flatMap(globs -> globs);
  }

  /** How special it is: how much it asks for, and then how many letters that fixes. */
  long weight() {
    long conditions =
        table.stream().count()
            + globs().count()
            + fragment.map(text -> Stream.of(text.split("\\s+"))).stream()
                .flatMap(words -> words)
                .filter(word -> word.startsWith("-"))
                .count();
    long letters = globs().mapToInt(Glob::letters).sum() + fragment.map(String::length).orElse(0);
    return conditions * 10_000 + letters;
  }

  /** Whether a chain is one that its rules may stand in. */
  boolean matchPlace(Table in, Chain of, Map<String, String> captured) {
    return (table.isEmpty() || table.get().equals(in.name()))
        && (chain.isEmpty() || collect(chain.get().match(of.name()), captured));
  }

  /** What it captures of a rule; empty where the rule is not meant. */
  Optional<Map<String, String>> match(Table in, Chain of, Rule rule, Fragments fragments) {
    Map<String, String> captured = new LinkedHashMap<>();
    boolean matches =
        matchPlace(in, of, captured)
            && matchTarget(rule, captured)
            && matchOptions(rule, captured)
            && (fragment.isEmpty() || fragments.names(fragment.get(), in, rule));
    return matches ? Optional.of(captured) : Optional.empty();
  }

  private boolean matchTarget(Rule rule, Map<String, String> captured) {
    return target.isEmpty()
        || rule.target()
            .filter(held -> collect(target.get().match(held.name()), captured))
            .isPresent();
  }

  private boolean matchOptions(Rule rule, Map<String, String> captured) {
    if (options.isEmpty() && values.isEmpty()) {
      return true;
    }
    List<RuleOption> held =
        Stream.concat(
                rule.matchOptions(),
                rule.target().map(Target::options).stream().flatMap(List::stream))
            .toList();
    return options.stream().allMatch(o -> held.stream().anyMatch(h -> o.match(h, captured)))
        && values.stream().allMatch(v -> held.stream().anyMatch(h -> v.match(h, captured)));
  }

  // One name stands for one text.
  static boolean collect(Optional<Map<String, String>> found, Map<String, String> captured) {
    boolean agrees =
        found.isPresent()
            && found.get().entrySet().stream()
                .allMatch(
                    e -> captured.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    if (agrees) {
      captured.putAll(found.get());
    }
    return agrees;
  }
}
