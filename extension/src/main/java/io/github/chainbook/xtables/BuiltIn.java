package io.github.chainbook.xtables;

import static io.github.chainbook.xtables.OptionSpec.ValueKind.ADDRESS;

/** The options that need no extension; iptables(8), sections COMMANDS and PARAMETERS. */
final class BuiltIn {

  private BuiltIn() {}

  /** What a rule can ask of a packet without {@code -m}. */
  static Extension extension() {
    return Extension.of(
        "",
        OptionSpec.of("-s", 1, true, "--source", "--src").holding(ADDRESS),
        OptionSpec.of("-d", 1, true, "--destination", "--dst").holding(ADDRESS),
        OptionSpec.of("-i", 1, true, "--in-interface"),
        OptionSpec.of("-o", 1, true, "--out-interface"),
        OptionSpec.of("-p", 1, true, "--protocol"),
        OptionSpec.of("-f", 0, true, "--fragments"));
  }

  /**
   * The commands, and the options that ask nothing of a packet. Many have no place in a dump, but
   * an abbreviation that could mean them is ambiguous.
   */
  static Extension general() {
    return Extension.of(
        "",
        OptionSpec.of("-m", 1, false, "--match"),
        OptionSpec.of("-j", 1, false, "--jump"),
        OptionSpec.of("-g", 1, false, "--goto"),
        OptionSpec.of("-c", 2, false, "--set-counters"),
        OptionSpec.of("-A", 1, false, "--append"),
        OptionSpec.of("-C", 1, false, "--check"),
        OptionSpec.of("-D", 1, false, "--delete"),
        OptionSpec.of("-E", 2, false, "--rename-chain"),
        OptionSpec.of("-F", 0, false, "--flush"),
        OptionSpec.of("-I", 1, false, "--insert"),
        OptionSpec.of("-L", 0, false, "--list"),
        OptionSpec.of("-M", 1, false, "--modprobe"),
        OptionSpec.of("-N", 1, false, "--new-chain"),
        OptionSpec.of("-P", 2, false, "--policy"),
        OptionSpec.of("-R", 2, false, "--replace"),
        OptionSpec.of("-S", 0, false, "--list-rules"),
        OptionSpec.of("-V", 0, false, "--version"),
        OptionSpec.of("-W", 1, false, "--wait-interval"),
        OptionSpec.of("-X", 0, false, "--delete-chain"),
        OptionSpec.of("-Z", 0, false, "--zero"),
        OptionSpec.of("-h", 0, false, "--help"),
        OptionSpec.of("-n", 0, false, "--numeric"),
        OptionSpec.of("-t", 1, false, "--table"),
        OptionSpec.of("-v", 0, false, "--verbose"),
        OptionSpec.of("-w", 0, false, "--wait"),
        OptionSpec.of("-x", 0, false, "--exact"),
        OptionSpec.of("-0", 0, false, "--line-numbers"),
        OptionSpec.of("-4", 0, false, "--ipv4"),
        OptionSpec.of("-6", 0, false, "--ipv6"));
  }
}
