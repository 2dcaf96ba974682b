package io.github.chainbook.xtables;

import static io.github.chainbook.xtables.OptionSpec.ValueKind.ADDRESS;

/** The options that every rule has without {@code -m}; iptables(8), section PARAMETERS. */
final class BuiltIn {

  private BuiltIn() {}

  static Extension extension() {
    return Extension.of(
        "",
        OptionSpec.of("-s", 1, true, "--source", "--src").holding(ADDRESS),
        OptionSpec.of("-d", 1, true, "--destination", "--dst").holding(ADDRESS),
        OptionSpec.of("-i", 1, true, "--in-interface"),
        OptionSpec.of("-o", 1, true, "--out-interface"),
        OptionSpec.of("-p", 1, true, "--protocol", "--proto"),
        OptionSpec.of("-f", 0, true, "--fragment"));
  }
}
