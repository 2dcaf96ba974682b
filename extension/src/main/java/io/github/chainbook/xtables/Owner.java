package io.github.chainbook.xtables;

/** {@code -m owner}; iptables-extensions(8), section owner. */
final class Owner {

  private Owner() {}

  static Extension extension() {
    return Extension.of(
        "owner",
        OptionSpec.of("--socket-exists", 0, true),
        OptionSpec.of("--uid-owner", 1, true),
        OptionSpec.of("--gid-owner", 1, true),
        OptionSpec.of("--suppl-groups", 0, false));
  }
}
