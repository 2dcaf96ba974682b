package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.ReverseQuery;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/**
 * Routes so that each packet takes the path and the interfaces of its description: what is inbound
 * is for this machine, also after a translation; what is forwarded or outbound leaves by its
 * interface unless its destination is local.
 */
final class PathRouting implements Routing {

  private static final String LOOPBACK = "lo";
  private static final String FIRST = "eth0";

  private final Interfaces interfaces;

  PathRouting(Interfaces interfaces) {
    this.interfaces = interfaces;
  }

  @Override
  public Route input(RouteQuery query) {
    PathHint packet = query.packet();
    Route special = SpecialAddresses.input(query.source(), query.destination(), query.in());
    if (special != null) {
      return special;
    }
    String device = localDevice(query.destination(), packet);
    if (SpecialAddresses.isOfOneLink(query.destination()) && !LOOPBACK.equals(query.in())) {
      boolean leaves = !packet.inbound() && out(packet).equals(query.in());
      return query.in().equals(device)
          ? Route.HERE
          : leaves ? Route.through(query.in()) : Route.NOWHERE;
    }
    if (device != null) {
      return Route.HERE;
    }
    if (interfaces.broadcastDevice(query.destination()) != null) {
      return new Route(Route.Type.BROADCAST, LOOPBACK, Optional.empty());
    }
    if (LOOPBACK.equals(query.in())) {
      return output(query);
    }
    return packet.inbound() ? Route.HERE : Route.through(out(packet));
  }

  @Override
  public Route output(RouteQuery query) {
    PathHint packet = query.packet();
    if (localDevice(query.destination(), packet) != null) {
      return Route.HERE;
    }
    if (SpecialAddresses.needsScope(query.destination())) {
      return Route.NOWHERE;
    }
    String network = interfaces.broadcastDevice(query.destination());
    if (network != null) {
      return new Route(Route.Type.BROADCAST, network, Optional.empty());
    }
    if (packet.outbound()) {
      String out = out(packet);
      return out.equals(LOOPBACK) ? Route.HERE : Route.through(out);
    }
    return LOOPBACK.equals(packet.in()) ? Route.HERE : Route.through(FIRST);
  }

  @Override
  public Route outputBy(RouteQuery query, String device) {
    PathHint packet = query.packet();
    boolean leaves =
        packet.outbound()
            ? out(packet).equals(device)
            : device.equals(FIRST) || !packet.inbound() && device.equals(packet.out());
    if (device.equals(LOOPBACK)) {
      boolean loopback = SpecialAddresses.isLoopback(query.destination());
      return leaves || loopback ? Route.HERE : Route.NOWHERE;
    }
    if (SpecialAddresses.isMulticast(query.destination())) {
      return Route.group(device);
    }
    if (device.equals(localDevice(query.destination(), packet))) {
      return Route.HERE;
    }
    return leaves ? Route.through(device) : Route.NOWHERE;
  }

  private static String out(PathHint packet) {
    return packet.out().isEmpty() ? FIRST : packet.out();
  }

  // Nobody has said which routes there are: what is known are this machine's own addresses.
  @Override
  public Truth leadsBack(ReverseQuery query, PathHint packet) {
    Address source = query.source();
    String device = localDevice(source, packet);
    if (device == null) {
      return interfaces.broadcastDevice(source) == null ? Truth.UNKNOWN : Truth.NO;
    }
    boolean anyDevice = query.loose() || source.family() == Family.IPV6;
    return Truth.of(query.local() && (anyDevice || device.equals(query.in())));
  }

  @Override
  public String localDevice(Address address, PathHint packet) {
    if (address == null) {
      return null;
    }
    if (SpecialAddresses.isLoopback(address)) {
      return LOOPBACK;
    }
    String owner = interfaces.ownerOf(address);
    if (owner != null) {
      return owner;
    }
    if (!SpecialAddresses.mayBeGiven(address) || interfaces.broadcastDevice(address) != null) {
      return null;
    }
    if (packet.outbound()) {
      boolean loops = out(packet).equals(LOOPBACK);
      boolean own =
          address.equals(packet.source()) || loops && address.equals(packet.destination());
      return own ? loops ? FIRST : out(packet) : null;
    }
    boolean own = packet.inbound() && address.equals(packet.destination());
    return own ? packet.in().isEmpty() ? FIRST : packet.in() : null;
  }
}
