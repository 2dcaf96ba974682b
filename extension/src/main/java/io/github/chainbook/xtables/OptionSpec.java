package io.github.chainbook.xtables;

import java.util.List;

/**
 * One option of a match, a target or of every rule.
 *
 * @param name as iptables-save prints it, dashes included
 * @param aliases other spellings that iptables-restore accepts
 * @param type how its values are read and printed
 * @param negatable whether {@code !} may stand before it
 * @param mandatory whether its extension is refused without it
 * @param repeatable whether it may stand twice
 * @param excludes the names of options that must not stand beside it
 * @param requires the names of options that must stand beside it
 * @param <T> what its values mean
 */
public record OptionSpec<T>(
    String name,
    List<String> aliases,
    ValueType<T> type,
    boolean negatable,
    boolean mandatory,
    boolean repeatable,
    List<String> excludes,
    List<String> requires) {

  public OptionSpec {
    aliases = List.copyOf(aliases);
    excludes = List.copyOf(excludes);
    requires = List.copyOf(requires);
  }

  /** An option that takes values of this type. */
  public static <T> OptionSpec<T> of(String name, ValueType<T> type) {
    return new OptionSpec<>(name, List.of(), type, false, false, false, List.of(), List.of());
  }

  /** An option without a value. */
  public static OptionSpec<Flag> flag(String name) {
    return of(name, Flag.TYPE);
  }

  /** The same, which may also be spelled so. */
  public OptionSpec<T> alias(String... spellings) {
    return new OptionSpec<>(
        name, List.of(spellings), type, negatable, mandatory, repeatable, excludes, requires);
  }

  /** The same, before which {@code !} may stand. */
  public OptionSpec<T> orNot() {
    return new OptionSpec<>(name, aliases, type, true, mandatory, repeatable, excludes, requires);
  }

  /** The same, without which its extension is refused. */
  public OptionSpec<T> needed() {
    return new OptionSpec<>(name, aliases, type, negatable, true, repeatable, excludes, requires);
  }

  /** The same, which may stand twice. */
  public OptionSpec<T> repeated() {
    return new OptionSpec<>(name, aliases, type, negatable, mandatory, true, excludes, requires);
  }

  /** The same, which must not stand beside these. */
  public OptionSpec<T> not(String... names) {
    return new OptionSpec<>(
        name, aliases, type, negatable, mandatory, repeatable, List.of(names), requires);
  }

  /** The same, which must stand beside these. */
  public OptionSpec<T> with(String... names) {
    return new OptionSpec<>(
        name, aliases, type, negatable, mandatory, repeatable, excludes, List.of(names));
  }

  /** How many words follow it. */
  public int values() {
    return type.words();
  }

  /** Whether this is how somebody may write the option in full. */
  public boolean isCalled(String written) {
    return name.equals(written) || aliases.contains(written);
  }

  /** The spelling with two dashes; the name where there is none. */
  public String longName() {
    return aliases.stream().filter(alias -> alias.startsWith("--")).findFirst().orElse(name);
  }

  /**
   * Whether this is the beginning of one of the option's long spellings, as getopt_long takes it.
   */
  public boolean isAbbreviatedBy(String written) {
    return written.startsWith("--")
        && written.length() > 2
        && (name.startsWith(written) || aliases.stream().anyMatch(a -> a.startsWith(written)));
  }

  /** The option with this meaning, as iptables-save prints it. */
  public RuleOption saying(T meaning) {
    return saying(meaning, false);
  }

  /** The option with this meaning and perhaps a {@code !}, as iptables-save prints it. */
  public RuleOption saying(T meaning, boolean negated) {
    return new RuleOption(name, type.print(meaning), negated, this, meaning);
  }

  /**
   * Reads the option's values.
   *
   * @throws BadValue where iptables refuses them
   */
  public RuleOption read(List<String> words, boolean negated, RuleContext rule) throws BadValue {
    return saying(type.read(words, rule), negated);
  }
}
