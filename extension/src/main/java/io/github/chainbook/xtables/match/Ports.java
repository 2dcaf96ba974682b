package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.PortRange;
import java.util.List;

/** The ports of tcp, udp and their like, as iptables-save prints them. */
final class Ports {

  private Ports() {}

  /** Adds the option, unless it names all ports without {@code !}. */
  static void add(Options given, OptionSpec<PortRange> spec, List<RuleOption> printed) {
    Ranges.add(given, spec, PortRange.ALL, printed);
  }
}
