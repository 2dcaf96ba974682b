package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules that choose a routing table; ip-rule(8). */
final class RoutingRules {

  static final String LOCAL = "local";
  static final String MAIN = "main";

  private static final String DEFAULT = "default";
  private static final int LAST = 32_766;
  private static final long ALL_BITS = 0xFFFFFFFFL;

  /** Which packets look into which table. */
  private record Rule(
      Family family,
      int preference,
      Optional<InterfaceAddress> from,
      Optional<InterfaceAddress> to,
      Mark mark,
      String in,
      String table) {

    Truth applies(RouteQuery query, String device) {
      boolean fits =
          family == query.destination().family()
              && (in.isEmpty() || in.equals(device))
              && covers(from, query.source())
              && covers(to, query.destination());
      return fits ? query.marked().apply(mark) : Truth.NO;
    }

    private static boolean covers(Optional<InterfaceAddress> network, Address address) {
      return network.isEmpty() || address != null && network.get().isOnSubnetOf(address);
    }
  }

  /**
   * A table that is looked into.
   *
   * @param applies YES, or UNKNOWN where bits of the mark decide it that are not known
   */
  record Choice(String table, Truth applies) {}

  private final List<Rule> rules = new ArrayList<>();

  /** Those that the kernel has of itself. */
  RoutingRules() {
    for (Family family : Family.values()) {
      rules.add(always(family, 0, LOCAL));
      rules.add(always(family, LAST, MAIN));
      rules.add(always(family, LAST + 1, DEFAULT));
    }
  }

  private static Rule always(Family family, int preference, String table) {
    return new Rule(
        family, preference, Optional.empty(), Optional.empty(), new Mark(0, 0), "", table);
  }

  /** Adds a rule; of what is no number nothing is taken. */
  void add(Family option, IpWords words) {
    Family family = words.hasIpv6() ? Family.IPV6 : option;
    String mark = words.after("fwmark").orElse("");
    int slash = mark.indexOf('/');
    String value = slash < 0 ? mark : mark.substring(0, slash);
    long all = mark.isEmpty() ? 0 : ALL_BITS;
    int number = (int) IpWords.parse(value).orElse(0);
    int mask = (int) (slash < 0 ? all : IpWords.parse(mark.substring(slash + 1)).orElse(all));
    rules.add(
        new Rule(
            family,
            (int) words.number("pref", "priority", "preference").orElse(nextPreference(family)),
            network(words, "from"),
            network(words, "to"),
            new Mark(number & mask, mask),
            words.after("iif", "dev").orElse(""),
            tableName(words.after("lookup", "table").orElse(MAIN))));
    rules.sort(Comparator.comparingInt(Rule::preference));
  }

  private static Optional<InterfaceAddress> network(IpWords words, String name) {
    return words.after(name).filter(word -> !word.equals("all")).flatMap(InterfaceAddress::parse);
  }

  // Before all rules but that of the local table: fib_default_rule_pref of net/core/fib_rules.c.
  private int nextPreference(Family family) {
    return rules.stream()
            .filter(rule -> rule.family == family && rule.preference > 0)
            .mapToInt(Rule::preference)
            .min()
            .orElse(LAST)
        - 1;
  }

  /** A table's name for its number, where it has one. */
  static String tableName(String word) {
    return switch (word) {
      case "255" -> LOCAL;
      case "254" -> MAIN;
      case "253" -> DEFAULT;
      default -> word;
    };
  }

  /** The tables that a packet's route is looked for in, in order; no rule is asked in advance. */
  Iterable<Choice> choices(RouteQuery query, String in) {
    return () ->
        rules.stream()
            .map(rule -> new Choice(rule.table, rule.applies(query, in)))
            .filter(choice -> choice.applies != Truth.NO)
            .iterator();
  }
}
