package io.github.chainbook.xtables;

/** {@code -j REDIRECT}; iptables-extensions(8), section REDIRECT. */
final class Redirect {

  private Redirect() {}

  static Extension extension() {
    return Extension.of(
        "REDIRECT", OptionSpec.of("--to-ports", 1, false), OptionSpec.of("--random", 0, false));
  }
}
