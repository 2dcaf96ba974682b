package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.ReverseQuery;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;

/** Routes by rules and tables, as the kernel does: ip-rule(8), ip-route(8). */
final class TableRouting implements Routing {

  private final Interfaces interfaces;
  private final RouteTables tables;
  private final Settings settings;
  private final boolean complete;

  TableRouting(Environment environment, Interfaces interfaces) {
    this.interfaces = interfaces;
    this.complete = environment.complete();
    this.settings = new Settings(environment.settings());
    this.tables = new RouteTables(interfaces, settings.forwards(Family.IPV6, ""));
    environment.routes().forEach(route -> tables.command("route replace " + route));
    environment.commands().forEach(tables::command);
  }

  @Override
  public Route input(RouteQuery query) {
    Route special = SpecialAddresses.input(query.source(), query.destination(), query.in());
    if (special != null) {
      return special;
    }
    if (!mayArrive(query.source(), query.destination(), query.in())) {
      return Route.NOWHERE;
    }
    boolean strict = SpecialAddresses.isOfOneLink(query.destination()) && !query.in().equals("lo");
    Route route = tables.lookup(query, query.in(), strict ? query.in() : "");
    boolean leaves = route.type() == Route.Type.UNICAST;
    return leaves && !settings.forwards(query.destination().family(), query.in())
        ? Route.NOWHERE
        : route;
  }

  // ip_route_input_slow of net/ipv4/route.c, fib_validate_source of net/ipv4/fib_frontend.c
  private boolean mayArrive(Address source, Address destination, String in) {
    if (destination == null || destination.family() == Family.IPV6 || in.equals("lo")) {
      return true;
    }
    boolean own = source != null && tables.localDevice(source) != null;
    return (settings.routesLoopback(in)
            || !SpecialAddresses.isLoopback(destination) && !isLoopback(source))
        && (settings.acceptsOwn(in) || !own || isLoopback(source));
  }

  private static boolean isLoopback(Address address) {
    return address != null && SpecialAddresses.isLoopback(address);
  }

  @Override
  public Route output(RouteQuery query) {
    Address to = query.destination();
    if (SpecialAddresses.needsScope(to)) {
      return Route.NOWHERE;
    }
    Route route = tables.lookup(query, "lo", "");
    // __mkroute_output of net/ipv4/route.c
    boolean stays = route.device().equals("lo") || query.source() == null;
    boolean ipv4 = to != null && to.family() == Family.IPV4;
    return !stays
            && ipv4
            && SpecialAddresses.isLoopback(query.source())
            && !settings.routesLoopback(route.device())
        ? Route.NOWHERE
        : route;
  }

  @Override
  public Route outputBy(RouteQuery query, String device) {
    boolean group = SpecialAddresses.isMulticast(query.destination());
    return group ? Route.group(device) : tables.lookup(query, "lo", device);
  }

  @Override
  public Truth leadsBack(ReverseQuery query, PathHint packet) {
    boolean unsaid =
        SpecialAddresses.isLinkLocal(query.source())
            && !complete
            && interfaces.of(query.in()).stream()
                .noneMatch(own -> own.isOnSubnetOf(query.source()));
    // Most interfaces have an address for their link of which nobody speaks.
    return query.destination() == null || unsaid
        ? Truth.UNKNOWN
        : new ReverseRoutes(tables).leadsBack(query);
  }

  @Override
  public String localDevice(Address address, PathHint packet) {
    if (address == null) {
      return null;
    }
    return SpecialAddresses.isLoopback(address) ? "lo" : tables.localDevice(address);
  }
}
