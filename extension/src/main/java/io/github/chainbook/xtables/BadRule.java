package io.github.chainbook.xtables;

import java.util.Optional;

/** Options that iptables or the kernel refuses together, or in this place. */
public final class BadRule extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String option;

  private BadRule(String code, String option, String message) {
    super(message, null, false, false);
    this.code = code;
    this.option = option;
  }

  /** Options that do not go together, or one that is missing. */
  public static BadRule of(String message) {
    return new BadRule("bad-combination", null, message);
  }

  /** The same, to be shown at this option if the rule has it. */
  public static BadRule at(OptionSpec<?> option, String message) {
    return new BadRule("bad-combination", option.name(), message);
  }

  /** An option that must be there and is not. */
  public static BadRule missing(String message) {
    return new BadRule("missing-option", null, message);
  }

  /** A value that is refused because of other options. */
  public static BadRule value(OptionSpec<?> option, String message) {
    return new BadRule("bad-value", option.name(), message);
  }

  /** What needs another protocol. */
  public static BadRule protocol(String message) {
    return new BadRule("wrong-protocol", null, message);
  }

  /** What has no place in this table. */
  public static BadRule table(String message) {
    return new BadRule("wrong-table", null, message);
  }

  /** What has no place at this hook. */
  public static BadRule hook(String message) {
    return new BadRule("wrong-hook", null, message);
  }

  /** The diagnostic's code. */
  public String code() {
    return code;
  }

  /** The option to show it at. */
  public Optional<String> option() {
    return Optional.ofNullable(option);
  }
}
