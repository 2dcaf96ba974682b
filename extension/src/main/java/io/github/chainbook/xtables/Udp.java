package io.github.chainbook.xtables;

/** {@code -m udp}; iptables-extensions(8), section udp. */
final class Udp {

  private Udp() {}

  static Extension extension() {
    return Extension.of(
        "udp",
        OptionSpec.of("--sport", 1, true, "--source-port"),
        OptionSpec.of("--dport", 1, true, "--destination-port"));
  }
}
