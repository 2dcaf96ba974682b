package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Routing tables and the rules that choose one; ip-rule(8), ip-route(8). */
final class RouteTables {

  private static final String LOCAL = RoutingRules.LOCAL;
  private static final String MAIN = RoutingRules.MAIN;

  /** A route: where its network leads. */
  record Entry(InterfaceAddress network, Route route, String type, String device, int metric) {}

  private final Map<String, List<Entry>> tables = new HashMap<>();
  private final RoutingRules rules = new RoutingRules();
  private final boolean router;

  /**
   * Makes those of interfaces.
   *
   * @param router whether IPv6 is forwarded, so that the machine has its networks' anycast
   *     addresses
   */
  RouteTables(Interfaces interfaces, boolean router) {
    this.router = router;
    interfaces.given().forEach((name, own) -> own.forEach(a -> connect(name, a, primary(own, a))));
  }

  // What a second address of a network is asked for comes from the first: fib_add_ifaddr.
  private static InterfaceAddress primary(List<InterfaceAddress> all, InterfaceAddress one) {
    return all.stream()
        .filter(first -> first.length() == one.length() && first.isOnSubnetOf(one.address()))
        .filter(first -> first.address().family() == Family.IPV4)
        .findFirst()
        .orElse(one);
  }

  private void connect(String name, InterfaceAddress own, InterfaceAddress primary) {
    Family family = own.address().family();
    boolean loopback = name.equals("lo");
    InterfaceAddress host = new InterfaceAddress(own.address(), Address.bits(family));
    Optional<Address> from = Optional.of(primary.address());
    append(LOCAL, new Entry(loopback ? own : host, Route.HERE.from(from), "local", name, 0));
    if (loopback || own.length() == Address.bits(family)) {
      return;
    }
    Address base = own.address().and(Address.mask(family, own.length()));
    InterfaceAddress network = new InterfaceAddress(base, own.length());
    Route through = Route.through(name).from(family == Family.IPV4 ? from : Optional.empty());
    append(MAIN, new Entry(network, through, "unicast", name, 0));
    // addrconf_join_anycast of net/ipv6/addrconf.c
    if (family == Family.IPV6 && own.length() < 127 && router) {
      InterfaceAddress first = new InterfaceAddress(base, Address.bits(family));
      append(LOCAL, new Entry(first, Route.HERE, "anycast", name, 0));
    }
    if (family == Family.IPV4 && own.length() < 31) {
      Route all = new Route(Route.Type.BROADCAST, name, Optional.empty());
      append(LOCAL, new Entry(new InterfaceAddress(own.highest(), 32), all, "broadcast", name, 0));
    }
  }

  // Of two interfaces in a network the first leads there, as the kernel adds its own routes behind
  // those that are there: fib_magic of net/ipv4/fib_frontend.c.
  private void append(String table, Entry entry) {
    tables.computeIfAbsent(table, k -> new ArrayList<>()).add(entry);
  }

  private void add(String table, Entry entry) {
    List<Entry> entries = tables.computeIfAbsent(table, k -> new ArrayList<>());
    entries.removeIf(e -> e.network.equals(entry.network) && e.metric == entry.metric);
    entries.add(entry);
  }

  /** Carries out a command of ip(8); what it does not know has no effect. */
  void command(String text) {
    List<String> words = new ArrayList<>(List.of(text.trim().split("\\s+")));
    Family family = Family.IPV4;
    if (words.get(0).equals("-6") || words.get(0).equals("-4")) {
      family = words.remove(0).equals("-6") ? Family.IPV6 : Family.IPV4;
    }
    if (words.size() < 3) {
      return;
    }
    IpWords rest = new IpWords(words.subList(2, words.size()));
    switch (words.get(0) + " " + words.get(1)) {
      case "rule add" -> rules.add(family, rest);
      case "route add", "route replace", "route change" -> addRoute(family, rest);
      case "route del", "route delete" -> deleteRoute(family, rest);
      default -> {}
    }
  }

  private void addRoute(Family family, IpWords words) {
    String type = words.type();
    String to = words.destination();
    boolean six = family == Family.IPV6 || to.indexOf(':') >= 0 || words.hasIpv6();
    Family kind = six ? Family.IPV6 : Family.IPV4;
    Optional<InterfaceAddress> network = network(to, kind);
    Optional<Address> via = address(words.after("via"));
    String device = words.after("dev").orElse("");
    Route route =
        switch (type) {
          case "local" -> Route.HERE;
          case "broadcast" -> new Route(Route.Type.BROADCAST, device, Optional.empty());
          case "unicast" -> new Route(Route.Type.UNICAST, device, via);
          default -> Route.NOWHERE;
        };
    Route preferring = route.from(address(words.after("src")));
    int metric = (int) words.number("metric").orElse(six ? 1024 : 0);
    network.ifPresent(n -> add(table(words), new Entry(n, preferring, type, device, metric)));
  }

  // The first that fits all that is said.
  private void deleteRoute(Family family, IpWords words) {
    Family kind = family == Family.IPV6 || words.hasIpv6() ? Family.IPV6 : Family.IPV4;
    Optional<InterfaceAddress> network = network(words.destination(), kind);
    String device = words.after("dev").orElse("");
    List<Entry> entries = tables.getOrDefault(table(words), List.of());
    entries.stream()
        .filter(entry -> network.equals(Optional.of(entry.network)))
        .filter(entry -> device.isEmpty() || device.equals(entry.device))
        .findFirst()
        .ifPresent(entries::remove);
  }

  private static String table(IpWords words) {
    String usual = words.type().equals("local") ? LOCAL : MAIN;
    return words.after("table").map(RoutingRules::tableName).orElse(usual);
  }

  private static Optional<InterfaceAddress> network(String word, Family family) {
    return word.equals("default")
        ? Optional.of(new InterfaceAddress(Address.zero(family), 0))
        : InterfaceAddress.parse(word);
  }

  private static Optional<Address> address(Optional<String> word) {
    return word.flatMap(InterfaceAddress::parse).map(InterfaceAddress::address);
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
    for (RoutingRules.Choice choice : rules.choices(query, in)) {
      Entry found =
          choice.applies() == Truth.YES ? best(choice.table(), query.destination(), only) : null;
      if (found != null && !found.type.equals("throw")) {
        return resolve(found.route, query.destination());
      }
    }
    return Route.NOWHERE;
  }

  RoutingRules rules() {
    return rules;
  }

  /** The routes of a table. */
  List<Entry> of(String table) {
    return tables.getOrDefault(table, List.of());
  }

  // A gateway without an interface is reached by the network that it is in.
  Route resolve(Route route, Address destination) {
    if (!route.device().isEmpty() || route.type() != Route.Type.UNICAST) {
      return route;
    }
    Entry next = best(MAIN, route.gateway().orElse(destination), "");
    return next == null
        ? Route.NOWHERE
        : new Route(route.type(), next.route.device(), route.gateway(), route.source());
  }

  // Of several that lead there the longest network, then the smallest metric.
  Entry best(String table, Address destination, String only) {
    Entry best = null;
    for (Entry entry : of(table)) {
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
