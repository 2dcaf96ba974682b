package io.github.chainbook.xtables;

/** {@code -m tcp}; iptables-extensions(8), section tcp. */
final class Tcp {

  private Tcp() {}

  static Extension extension() {
    return Extension.of(
        "tcp",
        OptionSpec.of("--sport", 1, true, "--source-port"),
        OptionSpec.of("--dport", 1, true, "--destination-port"),
        OptionSpec.of("--tcp-option", 1, true),
        OptionSpec.of("--tcp-flags", 2, true),
        OptionSpec.of("--syn", 0, true));
  }
}
