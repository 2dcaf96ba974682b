package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.PortRange;
import java.util.List;

/** The ports of tcp, udp and their like, as iptables-save prints them. */
final class Ports {

  private Ports() {}

  /**
   * Adds the option, unless it names all ports and so asks nothing. iptables 1.8.9 leaves out a
   * negated one too, which changes what the rule means; later versions keep it, and so do we.
   */
  static void add(Options given, OptionSpec<PortRange> spec, List<RuleOption> printed) {
    given
        .option(spec)
        .filter(option -> option.negated() || !PortRange.ALL.equals(option.meaning()))
        .ifPresent(printed::add);
  }
}
