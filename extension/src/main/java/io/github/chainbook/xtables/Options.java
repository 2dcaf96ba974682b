package io.github.chainbook.xtables;

import java.util.List;
import java.util.Optional;

/**
 * The options that a rule gives to one match or target, in the order in which they stand.
 *
 * @param list the options
 */
public record Options(List<RuleOption> list) {

  public Options {
    list = List.copyOf(list);
  }

  /** Whether this option is there. */
  public boolean has(OptionSpec<?> spec) {
    return find(spec.name()) != null;
  }

  /** Whether one of these options is there. */
  public boolean hasAny(OptionSpec<?>... specs) {
    for (OptionSpec<?> spec : specs) {
      if (has(spec)) {
        return true;
      }
    }
    return false;
  }

  /** The option; of several the first. */
  public Optional<RuleOption> option(OptionSpec<?> spec) {
    return Optional.ofNullable(find(spec.name()));
  }

  /** What the option says; of several the first. */
  public <T> Optional<T> get(OptionSpec<T> spec) {
    return option(spec).flatMap(option -> option.meaning(spec));
  }

  /** What the option says, or this where it is not there. */
  public <T> T get(OptionSpec<T> spec, T otherwise) {
    return get(spec).orElse(otherwise);
  }

  /** Whether the option is there with {@code !} before it. */
  public boolean isNegated(OptionSpec<?> spec) {
    RuleOption option = find(spec.name());
    return option != null && option.negated();
  }

  /** All that stand of this option, in order. */
  public List<RuleOption> all(OptionSpec<?> spec) {
    return list.stream().filter(option -> option.name().equals(spec.name())).toList();
  }

  RuleOption find(String name) {
    for (RuleOption option : list) {
      if (option.name().equals(name)) {
        return option;
      }
    }
    return null;
  }
}
