package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleOption;
import java.util.List;

/** Ranges as iptables-save prints them. */
final class Ranges {

  private Ranges() {}

  /**
   * Adds the option, unless it says no more than that everything will do. iptables 1.8.9 loses a
   * negated range of everything as well, which matches nothing; netfilter's test lists keep it.
   */
  static <T> void add(Options given, OptionSpec<T> spec, T everything, List<RuleOption> printed) {
    given
        .option(spec)
        .filter(option -> option.negated() || !everything.equals(option.meaning()))
        .ifPresent(printed::add);
  }
}
