package io.github.chainbook.xtables;

import java.util.List;
import java.util.Optional;

/**
 * An option as it stands in a rule.
 *
 * @param name as iptables-save spells it, dashes included
 * @param values the words behind it, as iptables-save prints them
 * @param negated whether {@code !} stands before it
 * @param spec what the catalogue says of it; null where the catalogue does not know it
 * @param meaning what the values mean, of the type that the spec has; null where that is not known
 */
public record RuleOption(
    String name, List<Value> values, boolean negated, OptionSpec<?> spec, Object meaning) {

  public RuleOption {
    values = List.copyOf(values);
  }

  /** An option that the catalogue does not know, kept as it stands. */
  public static RuleOption verbatim(String name, List<Value> values, boolean negated) {
    return new RuleOption(name, values, negated, null, null);
  }

  /** Whether the catalogue knows it. */
  public boolean isKnown() {
    return spec != null;
  }

  /** What it says, if it is this option. */
  @SuppressWarnings("unchecked") // only OptionSpec.saying sets both, and it has the type
  public <T> Optional<T> meaning(OptionSpec<T> option) {
    return name.equals(option.name()) ? Optional.ofNullable((T) meaning) : Optional.empty();
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
