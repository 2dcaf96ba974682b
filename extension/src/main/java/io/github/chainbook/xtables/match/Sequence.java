package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleOption;

/** The order in which a rule gives its options, where iptables minds it. */
final class Sequence {

  private Sequence() {}

  /** Whether both options are there, this one before the other. */
  static boolean isBefore(Options given, OptionSpec<?> first, OptionSpec<?> second) {
    boolean firstSeen = false;
    for (RuleOption option : given.list()) {
      firstSeen |= option.name().equals(first.name());
      if (option.name().equals(second.name())) {
        return firstSeen;
      }
    }
    return false;
  }
}
