package io.github.chainbook.xtables;

import java.util.List;

/**
 * One option of a match, a target or of every rule.
 *
 * @param name as iptables-save prints it, dashes included
 * @param aliases other spellings that iptables-restore accepts
 * @param values how many words follow it
 * @param negatable whether {@code !} may stand before it
 * @param kind what its values are, which decides how they print
 */
public record OptionSpec(
    String name, List<String> aliases, int values, boolean negatable, ValueKind kind) {

  /** What an option's values are. */
  public enum ValueKind {
    /** Printed as written. */
    WORD,
    /** Free text, quoted by iptables-save where it holds more than letters, digits, - and _. */
    TEXT,
    /** An address with an optional mask, see {@link AddressText}. */
    ADDRESS
  }

  public OptionSpec {
    aliases = List.copyOf(aliases);
  }

  static OptionSpec of(String name, int values, boolean negatable, String... aliases) {
    return new OptionSpec(name, List.of(aliases), values, negatable, ValueKind.WORD);
  }

  OptionSpec holding(ValueKind newKind) {
    return new OptionSpec(name, aliases, values, negatable, newKind);
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
}
