package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.ReverseQuery;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A machine, as far as it is known. */
public final class Machine {

  private final Environment environment;
  private final Interfaces interfaces;
  private final Routing routing;
  private final SourceChoice choice;
  private final AddressTypes types;
  private final Map<String, ? extends SetView> sets;
  private final boolean nft;

  /**
   * Makes a machine.
   *
   * @param environment what is said of it
   * @param sets its sets, by name
   * @param nft whether iptables' nft back end loads its rules
   */
  public Machine(Environment environment, Map<String, ? extends SetView> sets, boolean nft) {
    this.environment = environment;
    this.interfaces = new Interfaces(environment);
    this.routing =
        environment.mode() == Environment.Mode.ROUTES
            ? new TableRouting(environment, interfaces)
            : new PathRouting(interfaces);
    this.choice = new SourceChoice(interfaces);
    this.types = new AddressTypes(interfaces, routing);
    this.sets = Map.copyOf(sets);
    this.nft = nft;
  }

  /** What is said of it. */
  public Environment environment() {
    return environment;
  }

  /** Where a packet goes that came in. */
  public Route input(RouteQuery query) {
    return routing.input(query);
  }

  /** Where a packet goes that this machine sends. */
  public Route output(RouteQuery query) {
    return routing.output(query);
  }

  /**
   * Where a packet goes that this machine sends and has changed. In IPv4 what is for a group or for
   * all leaves by the interface that has its source, and finds no way where none has it;
   * ip_route_me_harder of net/ipv4/netfilter.c, ip_route_output_key_hash_rcu of net/ipv4/route.c.
   * In IPv6 what is for one link or for a group has to stay with the interface of its route; that
   * of addresses of this machine is {@code lo}, where most are not at home: ip6_route_me_harder of
   * net/ipv6/netfilter.c.
   *
   * @param device the interface of the route that it had
   */
  public Route reroute(RouteQuery query, String device) {
    Address to = query.destination();
    if (to != null && (SpecialAddresses.isLinkLocal(to) || SpecialAddresses.needsScope(to))) {
      return routing.outputBy(query, device);
    }
    boolean many =
        to != null
            && to.family() == Family.IPV4
            && (SpecialAddresses.isMulticast(to) || SpecialAddresses.isBroadcast(to));
    if (to != null && SpecialAddresses.isZeroNet(to)) {
      return Route.HERE;
    }
    String owner = routing.localDevice(query.source(), query.packet());
    if (owner == null && many && isOfOneHost(query.source())) {
      return Route.NOWHERE;
    }
    if (owner == null || !many) {
      return routing.output(owner == null ? query.withoutSource() : query);
    }
    Route.Type type =
        SpecialAddresses.isBroadcast(to) ? Route.Type.BROADCAST : Route.Type.MULTICAST;
    return new Route(type, owner, Optional.empty());
  }

  // A source that is none is left out when it is routed again.
  private boolean isOfOneHost(Address source) {
    return source != null
        && !SpecialAddresses.isZeroNet(source)
        && !SpecialAddresses.isMulticast(source)
        && !SpecialAddresses.isBroadcast(source)
        && interfaces.broadcastDevice(source) == null;
  }

  /**
   * The address that a connection comes from whose socket is bound to none.
   *
   * @param route where {@link #output} sends it
   * @return null where the machine has none
   */
  public Address connectionSource(Route route, Address destination, PathHint packet) {
    return choice.ofConnection(route, destination, packet);
  }

  /** The addresses of an interface; none if not known. */
  public List<InterfaceAddress> addressesOf(String name) {
    return interfaces.of(name);
  }

  /** Whether the addresses of this interface are known. */
  public boolean knows(String name) {
    return !interfaces.of(name).isEmpty() || environment.complete();
  }

  /** The address that MASQUERADE takes; null where there is none. */
  public Address outgoingAddress(String device, Address nextHop, PathHint packet) {
    return choice.ofOutgoing(device, nextHop, packet);
  }

  /** The address that REDIRECT takes for what came in; null where there is none. */
  public Address incomingAddress(String device, Address destination) {
    return choice.ofIncoming(device, destination);
  }

  /**
   * The machine as a packet's matches see it.
   *
   * @param packet the packet's path
   * @param changes by a set's name, what rules have made of it
   */
  public MachineView seenBy(PathHint packet, Function<String, Function<SetView, SetView>> changes) {
    return new View(packet, changes);
  }

  private final class View implements MachineView {

    private final PathHint packet;

    private final Function<String, Function<SetView, SetView>> changes;

    View(PathHint packet, Function<String, Function<SetView, SetView>> changes) {
      this.packet = packet;
      this.changes = changes;
    }

    @Override
    public boolean isComplete() {
      return environment.complete();
    }

    @Override
    public boolean isNft() {
      return nft;
    }

    @Override
    public Truth isOfType(Address address, AddressType type, String onInterface) {
      return types.isOfType(address, type, onInterface, packet);
    }

    @Override
    public Truth leadsBack(ReverseQuery query) {
      return routing.leadsBack(query, packet);
    }

    @Override
    public List<Address> addressesOf(String name) {
      return interfaces.of(name).stream().map(InterfaceAddress::address).toList();
    }

    @Override
    public Truth listens(
        int protocol, Address address, int port, boolean transparent, boolean wildcard) {
      // The listeners that are given are transparent, as those of proxies are.
      return environment
          .listeners()
          .map(
              all ->
                  all.stream().noneMatch(l -> l.hears(protocol, address, port, wildcard))
                      ? Truth.NO
                      : port < 0 ? Truth.UNKNOWN : Truth.YES)
          .orElse(Truth.UNKNOWN);
    }

    @Override
    public Optional<SetView> set(String name) {
      return Optional.<SetView>ofNullable(sets.get(name)).map(changes.apply(name));
    }
  }
}
