package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import java.util.List;

/**
 * Options that were read before. A large dump says {@code -p tcp} and {@code --mode random} many
 * times; what they mean depends on nothing but the words, the family, the table and the protocol.
 */
final class OptionCache {

  private static final int SIZE = 1 << 12;

  /** An option and what it was read from. */
  private record Known(OptionSpec<?> spec, String word, RuleContext rule, RuleOption option) {

    boolean is(OptionSpec<?> wantedSpec, String wantedWord, boolean negated, RuleContext wanted) {
      return spec == wantedSpec
          && option.negated() == negated
          && word.equals(wantedWord)
          && rule.isSame(wanted);
    }
  }

  private final Known[] options = new Known[SIZE];

  /**
   * The option with this one word behind it.
   *
   * @throws BadValue where iptables refuses the word
   */
  RuleOption read(OptionSpec<?> spec, String word, boolean negated, RuleContext rule)
      throws BadValue {
    int hash = spec.name().hashCode();
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + word.charAt(i);
    }
    int slot = (hash ^ hash >>> 15) & SIZE - 1;
    Known known = options[slot];
    if (known != null && known.is(spec, word, negated, rule)) {
      return known.option();
    }
    RuleOption option = spec.read(List.of(word), negated, rule);
    options[slot] = new Known(spec, word, rule, option);
    return option;
  }
}
