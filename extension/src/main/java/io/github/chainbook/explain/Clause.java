package io.github.chainbook.explain;

import io.github.chainbook.xtables.RuleOption;
import java.util.List;

/**
 * The data behind a part of a sentence.
 *
 * @param key the message that is said; empty where something stands as it is in the rule
 * @param owner the extension: {@code match.tcp}, {@code target.DNAT}, {@code match.} for options
 *     that need none; empty where it is about none
 * @param options the options that it speaks of
 */
public record Clause(String key, String owner, List<RuleOption> options) {

  /** How the key of an option's words behind a {@code !} ends. */
  public static final String NOT = ".not";

  public Clause {
    options = List.copyOf(options);
  }

  /** Whether it says the opposite of its option. */
  public boolean negated() {
    return key.endsWith(NOT);
  }
}
