package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
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
    boolean strict = SpecialAddresses.isOfOneLink(query.destination()) && !query.in().equals("lo");
    return tables.lookup(query, query.in(), strict ? query.in() : "");
  }

  @Override
  public Route output(RouteQuery query) {
    Address to = query.destination();
    return SpecialAddresses.needsScope(to) ? Route.NOWHERE : tables.lookup(query, "lo", "");
  }

  @Override
  public Route outputBy(RouteQuery query, String device) {
    boolean group = SpecialAddresses.isMulticast(query.destination());
    return group ? Route.group(device) : tables.lookup(query, "lo", device);
  }

  @Override
  public String localDevice(Address address, PathHint packet) {
    if (address == null) {
      return null;
    }
    return SpecialAddresses.isLoopback(address) ? "lo" : tables.localDevice(address);
  }
}
