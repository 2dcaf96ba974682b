package io.github.chainbook.xtables.catalogue;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.InterfaceName;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.Protocol;
import io.github.chainbook.xtables.value.Words;
import java.util.ArrayList;
import java.util.List;

/** The options that need no extension; iptables(8), sections COMMANDS and PARAMETERS. */
public final class BuiltIn {

  /** Where a packet comes from. */
  public static final OptionSpec<Network> SOURCE =
      OptionSpec.of("-s", Network.OF_RULE).alias("--source", "--src").orNot();

  /** Where a packet goes to. */
  public static final OptionSpec<Network> DESTINATION =
      OptionSpec.of("-d", Network.OF_RULE).alias("--destination", "--dst").orNot();

  /** The interface that it came in by. */
  public static final OptionSpec<InterfaceName> IN =
      OptionSpec.of("-i", InterfaceName.NAMED).alias("--in-interface").orNot();

  /** The interface that it goes out by. */
  public static final OptionSpec<InterfaceName> OUT =
      OptionSpec.of("-o", InterfaceName.NAMED).alias("--out-interface").orNot();

  /** Its protocol. */
  public static final OptionSpec<Protocol> PROTOCOL =
      OptionSpec.of("-p", Protocol.TYPE).alias("--protocol").orNot();

  /** That it is a fragment, and not the first. */
  public static final OptionSpec<Flag> FRAGMENT =
      OptionSpec.flag("-f").alias("--fragments").orNot();

  private static final List<OptionSpec<?>> IN_ORDER =
      List.of(SOURCE, DESTINATION, IN, OUT, PROTOCOL, FRAGMENT);

  private BuiltIn() {}

  /** What a rule can ask of a packet without {@code -m}. */
  static Extension extension() {
    return Extension.match("", SOURCE, DESTINATION, IN, OUT, PROTOCOL, FRAGMENT)
        .printed(BuiltIn::print)
        .checked(BuiltIn::check);
  }

  // What holds for every packet is not printed: save_rule_details in xshared.c. iptables 1.8.9
  // leaves out a negated + as well, which turns a rule that matches nothing into one that matches
  // all; a page that did so would lie.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    if (given.list().size() == 1) {
      return isPrinted(given.list().get(0)) ? given.list() : List.of();
    }
    List<RuleOption> printed = new ArrayList<>(given.list().size());
    for (OptionSpec<?> spec : IN_ORDER) {
      for (RuleOption option : given.list()) {
        if (option.name().equals(spec.name()) && isPrinted(option)) {
          printed.add(option);
        }
      }
    }
    return printed;
  }

  private static boolean isPrinted(RuleOption option) {
    Object meaning = option.meaning();
    if (meaning instanceof Network network) {
      return option.negated() || !network.mask().isZero();
    }
    if (meaning instanceof InterfaceName name) {
      return option.negated() || !name.isAny();
    }
    return !(meaning instanceof Protocol protocol && protocol.number() == 0);
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.isNegated(PROTOCOL) && given.get(PROTOCOL).filter(p -> p.number() == 0).isPresent()) {
      throw BadRule.value(PROTOCOL, "! before -p " + "all would match no packet at all");
    }
    if (given.has(FRAGMENT) && rule.family() == Family.IPV6) {
      throw BadRule.at(FRAGMENT, "-f is for IPv4; in IPv6 -m frag asks for fragments");
    }
  }

  /**
   * The commands, and the options that ask nothing of a packet. Many have no place in a dump, but
   * an abbreviation that could mean them is ambiguous.
   */
  static Extension general() {
    return Extension.match(
        "",
        general("-m", 1, "--match"),
        general("-j", 1, "--jump"),
        general("-g", 1, "--goto"),
        general("-c", 1, "--set-counters"),
        general("-A", 1, "--append"),
        general("-C", 1, "--check"),
        general("-D", 1, "--delete"),
        general("-E", 2, "--rename-chain"),
        general("-F", 0, "--flush"),
        general("-I", 1, "--insert"),
        general("-L", 0, "--list"),
        general("-M", 1, "--modprobe"),
        general("-N", 1, "--new-chain"),
        general("-P", 2, "--policy"),
        general("-R", 2, "--replace"),
        general("-S", 0, "--list-rules"),
        general("-V", 0, "--version"),
        general("-W", 1, "--wait-interval"),
        general("-X", 0, "--delete-chain"),
        general("-Z", 0, "--zero"),
        general("-h", 0, "--help"),
        general("-n", 0, "--numeric"),
        general("-t", 1, "--table"),
        general("-v", 0, "--verbose"),
        general("-w", 0, "--wait"),
        general("-x", 0, "--exact"),
        general("-0", 0, "--line-numbers"),
        general("-4", 0, "--ipv4"),
        general("-6", 0, "--ipv6"));
  }

  private static OptionSpec<List<String>> general(String name, int words, String longName) {
    return OptionSpec.of(name, Words.of(words)).alias(longName);
  }
}
