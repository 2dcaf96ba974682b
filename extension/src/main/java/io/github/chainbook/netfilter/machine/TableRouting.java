package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;

/** Routes by rules and tables, as the kernel does: ip-rule(8), ip-route(8). */
final class TableRouting implements Routing {

  private final Interfaces interfaces;
  private final RouteTables tables;

  TableRouting(Environment environment, Interfaces interfaces) {
    this.interfaces = interfaces;
    this.tables = new RouteTables(interfaces);
    environment.routes().forEach(route -> tables.command("route replace " + route));
    environment.commands().forEach(tables::command);
  }

  @Override
  public Route input(RouteQuery query) {
    Route special = SpecialAddresses.input(query.source(), query.destination(), query.in());
    if (special != null) {
      return special;
    }
    Route route = tables.lookup(query, query.in());
    return route;
  }

  @Override
  public Route output(RouteQuery query) {
    Address to = query.destination();
    if (to != null && (SpecialAddresses.isBroadcast(to) || SpecialAddresses.isMulticast(to))) {
      Route route = tables.lookup(query, "lo");
      return route.type() == Route.Type.NONE && to.family() == Family.IPV6 ? Route.NOWHERE : route;
    }
    return tables.lookup(query, "lo");
  }

  @Override
  public String localDevice(Address address, PathHint packet) {
    if (address == null) {
      return null;
    }
    return SpecialAddresses.isLoopback(address) ? "lo" : tables.localDevice(address);
  }
}
