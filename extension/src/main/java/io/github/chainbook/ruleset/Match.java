package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.RuleOption;
import java.util.List;
import java.util.Optional;

/**
 * What a rule asks of a packet through one module.
 *
 * @param module the name behind {@code -m}; empty for the options that need none
 * @param options its options, in the order in which they print
 */
public record Match(Optional<String> module, List<RuleOption> options) {

  public Match {
    options = List.copyOf(options);
  }
}
