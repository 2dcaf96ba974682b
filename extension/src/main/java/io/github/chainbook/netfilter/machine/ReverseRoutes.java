package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.ReverseQuery;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/** What {@code -m rpfilter} finds in routing tables. */
final class ReverseRoutes {

  private final RouteTables tables;

  ReverseRoutes(RouteTables tables) {
    this.tables = tables;
  }

  /**
   * Whether an answer would leave the way that a packet came in: rpfilter_lookup_reverse of
   * net/ipv4/netfilter/ipt_rpfilter.c, rpfilter_lookup_reverse6 of
   * net/ipv6/netfilter/ip6t_rpfilter.c. UNKNOWN where bits of the mark decide it that are not
   * known.
   */
  Truth leadsBack(ReverseQuery query) {
    Address from = SpecialAddresses.isOfMany(query.destination()) ? null : query.destination();
    RouteQuery back = new RouteQuery(from, query.source(), query.mark(), "", null);
    Truth found = null;
    for (RoutingRules.Choice choice : tables.rules().choices(back, "lo")) {
      Optional<Truth> led = leadsBack(choice.table(), query);
      if (led.isPresent()) {
        found = found == null || found == led.get() ? led.get() : Truth.UNKNOWN;
        if (choice.applies() == Truth.YES) {
          return found;
        }
      }
    }
    return found == null || found == Truth.NO ? Truth.NO : Truth.UNKNOWN;
  }

  // Empty where the table has no route.
  private Optional<Truth> leadsBack(String table, ReverseQuery query) {
    Address to = query.source();
    boolean ipv6 = to.family() == Family.IPV6;
    RouteTables.Entry found =
        tables.best(table, to, SpecialAddresses.isLinkLocal(to) ? query.in() : "");
    if (found == null || found.type().equals("throw")) {
      return Optional.empty();
    }
    boolean local = found.type().equals("local");
    if (local ? !query.local() : !found.type().equals("unicast")) {
      return Optional.of(Truth.NO);
    }
    boolean anyDevice = query.loose() || local && ipv6;
    return Optional.of(
        Truth.of(
            anyDevice
                || leavesBy(found, to, query.in())
                || ipv6 && hasOther(table, found, to, query.in())));
  }

  private boolean leavesBy(RouteTables.Entry entry, Address to, String device) {
    String own =
        entry.route().type() == Route.Type.LOCAL
            ? entry.device()
            : tables.resolve(entry.route(), to).device();
    return own.equals(device);
  }

  // Of IPv6 routes to the same network the one is taken that has the interface that is asked for:
  // rt6_device_match of net/ipv6/route.c.
  private boolean hasOther(String table, RouteTables.Entry found, Address to, String device) {
    return tables.of(table).stream()
        .anyMatch(entry -> entry.network().equals(found.network()) && leavesBy(entry, to, device));
  }
}
