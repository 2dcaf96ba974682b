package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.List;

/** Gathers the options that iptables-save prints of those that a rule gives. */
final class Saved {

  private final Options given;
  private final List<RuleOption> printed = new ArrayList<>();

  Saved(Options given) {
    this.given = given;
  }

  /** Next come these, as far as they are there. */
  Saved then(OptionSpec<?>... specs) {
    for (OptionSpec<?> spec : specs) {
      given.option(spec).ifPresent(printed::add);
    }
    return this;
  }

  /** Next comes this one, if it is there and says something else than what holds without it. */
  <T> Saved thenUnless(T standard, OptionSpec<T> spec) {
    given
        .get(spec)
        .filter(said -> !said.equals(standard))
        .map(spec::saying)
        .ifPresent(printed::add);
    return this;
  }

  List<RuleOption> list() {
    return printed;
  }
}
