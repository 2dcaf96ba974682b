package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads what {@code ip -j route} prints, of any tables and of both families; ip/iproute.c of
 * iproute2.
 */
final class RouteReader {

  private static final String COMMAND = "ip -j route";
  private static final Set<String> LOCAL_TABLE = Set.of("local", "255");
  private static final Set<String> BY_KERNEL = Set.of("kernel", "2"); // 2: with -N
  private static final Set<String> WITHOUT_DEVICE =
      Set.of("blackhole", "unreachable", "prohibit", "throw");
  private static final Set<String> TYPES =
      Set.of(
          "unicast",
          "local",
          "broadcast",
          "multicast",
          "blackhole",
          "unreachable",
          "prohibit",
          "throw");

  private final Problems problems;
  private final Set<String> routes = new LinkedHashSet<>();

  RouteReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads one more text. */
  void read(SourceText text) {
    for (Json.Fields entry : JsonReader.entries(text, COMMAND, problems)) {
      if (!isMadeByKernel(entry) && !entry.lists("flags", "dead")) {
        route(entry).ifPresent(routes::add);
      }
    }
  }

  /** The routes, in order, each once. */
  List<String> routes() {
    return List.copyOf(routes);
  }

  // What follows from the addresses, and the entry that old kernels have for no route at all.
  private static boolean isMadeByKernel(Json.Fields entry) {
    boolean kernel = entry.text("protocol").filter(BY_KERNEL::contains).isPresent();
    String table = entry.text("table").orElse("main");
    String type = entry.text("type").orElse("unicast");
    return kernel
        && (LOCAL_TABLE.contains(table)
            || Set.of("local", "broadcast", "multicast", "anycast").contains(type)
            || type.equals("unreachable")
                && entry.text("dst").filter("default"::equals).isPresent());
  }

  private Optional<String> route(Json.Fields entry) {
    String type = entry.text("type").orElse("unicast");
    Optional<InterfaceAddress> to = destination(entry);
    if (to.isEmpty() || !TYPES.contains(type)) {
      String field = to.isEmpty() ? "dst" : "type";
      problems.entry(
          entry.positionOf(field),
          to.isEmpty()
              ? "expected where the route leads in dst: default or a network, not "
                  + Problems.quote(entry.text("dst").orElse(""))
              : "routes of type " + Problems.quote(type) + " are not known here");
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder(type.equals("unicast") ? "" : type + " ");
    words.append(name(to.get()));
    boolean good = true;
    if (!entry.items("nexthops").isEmpty()) {
      good = nextHops(entry, words);
    } else if (!WITHOUT_DEVICE.contains(type)) {
      good = hop(entry, words);
    }
    good = good && ends(entry, words);
    return good ? Optional.of(words.toString()) : Optional.empty();
  }

  // All of IPv4 is called default; of IPv6, where no other word may tell the family, ::/0.
  private static String name(InterfaceAddress to) {
    boolean all = to.length() == 0 && to.address().family() == Family.IPV4;
    return all ? "default" : IpText.network(to);
  }

  private static Optional<InterfaceAddress> destination(Json.Fields entry) {
    String dst = entry.text("dst").orElse("");
    if (!dst.equals("default")) {
      return InterfaceAddress.parse(dst);
    }
    // The kernel gives every route of IPv6 a preference, and none of IPv4; RFC 4191.
    boolean six =
        entry.has("pref")
            || entry.text("gateway").filter(g -> g.indexOf(':') >= 0).isPresent()
            || entry.text("prefsrc").filter(s -> s.indexOf(':') >= 0).isPresent();
    return Optional.of(new InterfaceAddress(Address.zero(six ? Family.IPV6 : Family.IPV4), 0));
  }

  private boolean hop(Json.Fields entry, StringBuilder words) {
    boolean good = via(entry, words);
    good = good && word(entry, "dev", "dev", IpText::isDevice, "the name of an interface", words);
    if (entry.lists("flags", "onlink")) {
      words.append(" onlink");
    }
    return good;
  }

  private boolean via(Json.Fields entry, StringBuilder words) {
    if (entry.find("via").orElse(null) instanceof Json.Fields other) {
      problems.ignored(
          other.position(),
          "left out: nothing here follows a gateway of another family than the route's own");
      return false;
    }
    return word(entry, "gateway", "via", RouteReader::isAddress, "an address", words);
  }

  private static boolean isAddress(String word) {
    return word.indexOf('/') < 0 && InterfaceAddress.parse(word).isPresent();
  }

  private boolean nextHops(Json.Fields entry, StringBuilder words) {
    problems.ignored(
        entry.positionOf("nexthops"),
        "the kernel shares what takes this route among several gateways; here the first one is"
            + " followed");
    boolean good = true;
    for (Json item : entry.items("nexthops")) {
      if (good && item instanceof Json.Fields next && !next.lists("flags", "dead")) {
        words.append(" nexthop");
        good = hop(next, words);
        good = good && word(next, "weight", "weight", IpText::isNumber, "a number", words);
      }
    }
    return good;
  }

  private boolean ends(Json.Fields entry, StringBuilder words) {
    if (entry.has("from")) {
      problems.ignored(
          entry.positionOf("from"),
          "left out: nothing here looks at the sources that a route is for");
      return false;
    }
    if (entry.has("tos")) {
      problems.ignored(
          entry.positionOf("tos"), "left out: nothing here looks at the TOS that a route is for");
      return false;
    }
    return word(entry, "prefsrc", "src", RouteReader::isAddress, "an address", words)
        && word(entry, "table", "table", IpText::isTable, "a table", words)
        && word(entry, "metric", "metric", IpText::isNumber, "a number up to 2147483647", words);
  }

  // The field, as ip-route(8) takes it; whether it is as it should be, or is not there.
  private boolean word(
      Json.Fields entry,
      String field,
      String name,
      Predicate<String> good,
      String expected,
      StringBuilder words) {
    if (!entry.has(field)) {
      return true;
    }
    String value = entry.text(field).orElse("");
    if (!good.test(value)) {
      problems.entry(
          entry.positionOf(field),
          "expected " + expected + " in " + field + ", not " + Problems.quote(value));
      return false;
    }
    if (!(field.equals("table") && (value.equals("main") || value.equals("254")))) {
      words.append(' ').append(name).append(' ').append(value);
    }
    return true;
  }
}
