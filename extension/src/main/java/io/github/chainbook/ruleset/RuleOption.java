package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.OptionSpec;
import java.util.List;
import java.util.Optional;

/**
 * An option as it stands in a rule.
 *
 * @param name as iptables-save spells it, dashes included
 * @param values the words behind it
 * @param negated whether {@code !} stands before it
 * @param spec what the catalogue says of it; empty where the catalogue does not know it
 */
public record RuleOption(
    String name, List<Value> values, boolean negated, Optional<OptionSpec> spec) {

  public RuleOption {
    values = List.copyOf(values);
  }

  /** The words behind it, without quotes. */
  public List<String> words() {
    return values.stream().map(Value::text).toList();
  }

  /** The first word behind it; the empty text where there is none. */
  public String word() {
    return values.isEmpty() ? "" : values.get(0).text();
  }

  /** Whether the other says the same: the same option, values and negation. */
  public boolean means(RuleOption other) {
    return name.equals(other.name) && negated == other.negated && words().equals(other.words());
  }
}
