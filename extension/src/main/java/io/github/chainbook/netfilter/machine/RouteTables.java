package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routing tables and the rules that choose one; ip-rule(8), ip-route(8). */
final class RouteTables {

  private static final String LOCAL = "local";
  private static final String MAIN = "main";
  private static final int LAST = 32_766;

  /** A route: where its network leads. */
  private record Entry(
      InterfaceAddress network, Route route, String type, String device, int metric) {}

  /** A rule: which packets look into which table. */
  private record Choice(
      Family family,
      int preference,
      Optional<InterfaceAddress> from,
      Optional<InterfaceAddress> to,
      long mark,
      long mask,
      String in,
      String table) {}

  private final Map<String, List<Entry>> tables = new HashMap<>();
  private final List<Choice> rules = new ArrayList<>();

  RouteTables(Interfaces interfaces) {
    for (Family family : Family.values()) {
      rules.add(choice(family, 0, LOCAL));
      rules.add(choice(family, LAST, MAIN));
      rules.add(choice(family, LAST + 1, "default"));
    }
    interfaces.given().forEach((name, addresses) -> addresses.forEach(a -> connect(name, a)));
  }

  private static Choice choice(Family family, int preference, String table) {
    return new Choice(family, preference, Optional.empty(), Optional.empty(), 0, 0, "", table);
  }

  private void connect(String name, InterfaceAddress own) {
    Family family = own.address().family();
    boolean loopback = name.equals("lo");
    InterfaceAddress host = new InterfaceAddress(own.address(), Address.bits(family));
    add(LOCAL, new Entry(loopback ? own : host, Route.HERE, "local", name, 0));
    if (loopback || own.length() == Address.bits(family)) {
      return;
    }
    Address base = own.address().and(Address.mask(family, own.length()));
    InterfaceAddress network = new InterfaceAddress(base, own.length());
    add(MAIN, new Entry(network, Route.through(name), "unicast", name, 0));
    if (family == Family.IPV4 && own.length() < 31) {
      Route all = new Route(Route.Type.BROADCAST, name, Optional.empty());
      add(LOCAL, new Entry(new InterfaceAddress(own.highest(), 32), all, "broadcast", name, 0));
    }
  }

  // Of what several addresses bring, the first counts.
  private void add(String table, Entry entry) {
    entries(table).add(entry);
  }

  private List<Entry> entries(String table) {
    return tables.computeIfAbsent(table, k -> new ArrayList<>());
  }

  /** Carries out a command of ip(8); what it does not know has no effect. */
  void command(String text) {
    List<String> words = new ArrayList<>(List.of(text.trim().split("\\s+")));
    Family family = Family.IPV4;
    if (words.get(0).equals("-6") || words.get(0).equals("-4")) {
      family = words.remove(0).equals("-6") ? Family.IPV6 : Family.IPV4;
    }
    if (words.size() > 2 && words.get(0).equals("rule") && words.get(1).equals("add")) {
      addRule(family, new IpWords(words.subList(2, words.size())));
    } else if (words.size() > 2 && words.get(0).equals("route")) {
      addRoute(family, new IpWords(words.subList(2, words.size())));
    }
  }

  private void addRule(Family family, IpWords words) {
    String mark = words.after("fwmark").orElse("");
    int slash = mark.indexOf('/');
    String value = slash < 0 ? mark : mark.substring(0, slash);
    rules.add(
        new Choice(
            family,
            words
                .after("pref", "priority", "preference")
                .map(Integer::decode)
                .orElseGet(() -> nextPreference(family)),
            words.after("from").filter(w -> !w.equals("all")).flatMap(InterfaceAddress::parse),
            words.after("to").filter(w -> !w.equals("all")).flatMap(InterfaceAddress::parse),
            value.isEmpty() ? 0 : Long.decode(value),
            mark.isEmpty() ? 0 : slash < 0 ? 0xFFFFFFFFL : Long.decode(mark.substring(slash + 1)),
            words.after("iif", "dev").orElse(""),
            tableName(words.after("lookup", "table").orElse(MAIN))));
  }

  // Before all rules but that of the local table: fib_default_rule_pref of net/core/fib_rules.c.
  private int nextPreference(Family family) {
    return rules.stream()
            .filter(rule -> rule.family == family && rule.preference > 0)
            .mapToInt(Choice::preference)
            .min()
            .orElse(LAST)
        - 1;
  }

  private static String tableName(String word) {
    return switch (word) {
      case "255" -> LOCAL;
      case "254" -> MAIN;
      case "253" -> "default";
      default -> word;
    };
  }

  private void addRoute(Family family, IpWords words) {
    String type = words.type();
    String to = words.destination();
    boolean six = family == Family.IPV6 || to.indexOf(':') >= 0 || words.hasIpv6();
    Family kind = six ? Family.IPV6 : Family.IPV4;
    Optional<InterfaceAddress> network =
        to.equals("default")
            ? Optional.of(new InterfaceAddress(Address.zero(kind), 0))
            : InterfaceAddress.parse(to);
    Optional<Address> via =
        words.after("via").flatMap(w -> InterfaceAddress.parse(w).map(InterfaceAddress::address));
    String device = words.after("dev").orElse("");
    Route route =
        switch (type) {
          case "local" -> Route.HERE;
          case "broadcast" -> new Route(Route.Type.BROADCAST, device, Optional.empty());
          case "unicast" -> new Route(Route.Type.UNICAST, device, via);
          default -> Route.NOWHERE;
        };
    int metric = words.after("metric").map(Integer::decode).orElse(six ? 1024 : 0);
    String table = type.equals("local") && words.after("table").isEmpty() ? LOCAL : MAIN;
    String named = words.after("table").map(RouteTables::tableName).orElse(table);
    network.ifPresent(
        n -> {
          entries(named).removeIf(e -> e.network.equals(n) && e.metric == metric);
          add(named, new Entry(n, route, type, device, metric));
        });
  }

  /** The device of the local route to an address; null where it is none of this machine's. */
  String localDevice(Address address) {
    Entry found = best(LOCAL, address, "");
    return found != null && found.type.equals("local") ? found.device : null;
  }

  /**
   * Where the rules and tables lead.
   *
   * @param in the interface that rules see
   * @param only the interface that routes must have; empty for any
   */
  Route lookup(RouteQuery query, String in, String only) {
    if (query.destination() == null) {
      return Route.NOWHERE;
    }
    List<Choice> ordered =
        rules.stream()
            .filter(rule -> rule.family == query.destination().family())
            .sorted(Comparator.comparingInt(Choice::preference))
            .toList();
    for (Choice rule : ordered) {
      Entry found = applies(rule, query, in) ? best(rule.table, query.destination(), only) : null;
      if (found != null && !found.type.equals("throw")) {
        return resolve(found.route, query.destination());
      }
    }
    return Route.NOWHERE;
  }

  // A gateway without an interface is reached by the network that it is in.
  private Route resolve(Route route, Address destination) {
    if (!route.device().isEmpty() || route.type() != Route.Type.UNICAST) {
      return route;
    }
    Entry next = best(MAIN, route.gateway().orElse(destination), "");
    return next == null
        ? Route.NOWHERE
        : new Route(route.type(), next.route.device(), route.gateway());
  }

  private static boolean applies(Choice rule, RouteQuery query, String in) {
    return (query.mark() & rule.mask) == (rule.mark & rule.mask)
        && (rule.in.isEmpty() || rule.in.equals(in))
        && covers(rule.from, query.source())
        && covers(rule.to, query.destination());
  }

  private static boolean covers(Optional<InterfaceAddress> network, Address address) {
    return network.isEmpty() || address != null && network.get().isOnSubnetOf(address);
  }

  // Of several that lead there the longest network, then the smallest metric.
  private Entry best(String table, Address destination, String only) {
    Entry best = null;
    for (Entry entry : tables.getOrDefault(table, List.of())) {
      boolean better =
          best == null
              || entry.network.length() > best.network.length()
              || entry.network.length() == best.network.length() && entry.metric < best.metric;
      boolean allowed = only.isEmpty() || only.equals(entry.device);
      if (allowed && entry.network.isOnSubnetOf(destination) && better) {
        best = entry;
      }
    }
    return best;
  }
}
