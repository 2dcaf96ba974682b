package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.RuleOption;
import java.util.List;
import java.util.Locale;

/**
 * What a rule does with the packets that it matches.
 *
 * @param name the name behind {@code -j} or {@code -g}
 * @param kind what the name is
 * @param column where the name stands in its line, in code points from 1
 * @param options the target's own options
 */
public record Target(String name, Kind kind, int column, List<RuleOption> options) {

  /** What stands behind {@code -j} or {@code -g}. */
  public enum Kind {
    /** {@code -j} to a user chain, which returns here. */
    JUMP,
    /** {@code -g} to a user chain, which does not. */
    GOTO,
    /** ACCEPT, DROP, RETURN or QUEUE. */
    VERDICT,
    /** A target extension such as REDIRECT. */
    EXTENSION;

    /** The word of the JSON form. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Target {
    options = List.copyOf(options);
  }

  /** Whether it leads to another chain. */
  public boolean leadsToChain() {
    return kind == Kind.JUMP || kind == Kind.GOTO;
  }

  Target withKind(Kind newKind) {
    return new Target(name, newKind, column, options);
  }
}
