package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.words.Saying;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Optional;

/** What lies between namespaces: who gets what one of them sends by an interface. */
final class Wire {

  /**
   * Who gets a packet.
   *
   * @param end the interface by which it comes in; empty if nobody gets it
   * @param choice what it is for there, and by which service's choice
   * @param lost why nobody gets it
   * @param isKnown whether that is certain
   */
  record Arrival(Optional<Link.End> end, Choice choice, Optional<Saying> lost, boolean isKnown) {

    private static Arrival at(Link.End end, Choice choice) {
      return new Arrival(Optional.of(end), choice, Optional.empty(), true);
    }

    private static Arrival nowhere(Choice choice, Saying why) {
      return new Arrival(Optional.empty(), choice, Optional.of(why), true);
    }
  }

  private final Topology topology;
  private final Neighbours neighbours;
  private final Places places;

  Wire(Topology topology) {
    this.topology = topology;
    this.neighbours = new Neighbours(topology);
    this.places = new Places(topology);
  }

  /**
   * Who gets a packet: one, or one for each choice of a service. Rules of the next namespace may
   * know what to do with a service's address; it is replaced here where there is no next one.
   *
   * @param from the interface that it left by
   * @param gateway the next hop, where it is not the destination
   * @param to where it goes
   */
  List<Arrival> cross(Link.End from, Optional<Address> gateway, Endpoint to) {
    Optional<Service> service = neighbours.serviceAt(to.address());
    Optional<Link.End> next = next(from, gateway, to.address(), service.isPresent());
    Choice unchanged = Choice.only(to);
    if (next.isPresent()) {
      return List.of(Arrival.at(next.get(), unchanged));
    }
    if (service.isPresent()) {
      List<Choice> choices = places.endpoints(service.get(), to.port(), to.address().family());
      Saying none = Saying.of("reason.no-endpoint", "service", service.get().name());
      return choices.isEmpty()
          ? List.of(Arrival.nowhere(unchanged, none))
          : choices.stream().map(choice -> arrival(choice, owners(from, choice))).toList();
    }
    return List.of(nobody(from, gateway, to));
  }

  /**
   * Who gets an answer: one at most, since the address of a service stands for nothing on the way
   * back.
   *
   * @param from the interface that it left by
   * @param gateway the next hop, where it is not the destination
   * @param to where it goes
   */
  Arrival back(Link.End from, Optional<Address> gateway, Endpoint to) {
    return next(from, gateway, to.address(), false)
        .map(end -> Arrival.at(end, Choice.only(to)))
        .orElseGet(() -> nobody(from, gateway, to));
  }

  /**
   * The bridges that pass a packet on from one port to another and show it to the rules of their
   * namespace: br_netfilter.
   */
  List<Link.End> bridges(Link.End from, Link.End to, Family family) {
    return neighbours.between(from, to).stream()
        .flatMap(link -> link.ends().stream())
        .filter(end -> !end.equals(from) && !end.equals(to))
        .filter(end -> topology.namespaces().containsKey(end.namespace()))
        .filter(end -> Machines.filtersBridges(topology.namespaces().get(end.namespace()), family))
        .toList();
  }

  // What no link or gateway leads to goes to who has the address, where there is no link.
  private Arrival nobody(Link.End from, Optional<Address> gateway, Endpoint to) {
    Choice unchanged = Choice.only(to);
    if (neighbours.linkedWith(from).isPresent()) {
      Address hop = gateway.orElse(to.address());
      Saying none = Saying.of("reason.nobody-on-link", "device", from.device(), "address", hop);
      return Arrival.nowhere(unchanged, none);
    }
    return arrival(unchanged, others(from, to.address()));
  }

  // The namespace behind the link or the gateway.
  private Optional<Link.End> next(
      Link.End from, Optional<Address> gateway, Address to, boolean isService) {
    Optional<List<Link.End>> linked = neighbours.linkedWith(from);
    if (linked.isEmpty()) {
      List<Link.End> owners = gateway.map(hop -> others(from, hop)).orElse(List.of());
      return owners.size() == 1 ? Optional.of(owners.get(0)) : Optional.empty();
    }
    List<Link.End> others = linked.get();
    Optional<Link.End> owner =
        others.stream().filter(end -> neighbours.has(end, gateway.orElse(to))).findFirst();
    boolean only = owner.isEmpty() && others.size() == 1 && (!isService || routes(others.get(0)));
    return only && mayAnswerFor(others.get(0), gateway.orElse(to))
        ? Optional.of(others.get(0))
        : owner;
  }

  // Whether it may be that an interface answers for an address that it does not have, as with
  // proxy_arp: not if its own namespace would look for that address on the same link.
  private boolean mayAnswerFor(Link.End end, Address address) {
    return !neighbours.isOnNetworkOf(end, address);
  }

  // Whether a service's address may be left to it.
  private boolean routes(Link.End end) {
    Namespace namespace = topology.namespaces().get(end.namespace());
    return namespace.kind() == Namespace.Kind.HOST || !namespace.rules().isEmpty();
  }

  private List<Link.End> owners(Link.End from, Choice choice) {
    Namespace asking = topology.namespaces().get(from.namespace());
    return neighbours.owners(choice.to().address(), asking);
  }

  private List<Link.End> others(Link.End from, Address address) {
    return neighbours.owners(address, topology.namespaces().get(from.namespace())).stream()
        .filter(end -> !end.namespace().equals(from.namespace()))
        .toList();
  }

  private static Arrival arrival(Choice choice, List<Link.End> owners) {
    Address address = choice.to().address();
    if (owners.size() == 1) {
      return Arrival.at(owners.get(0), choice);
    }
    if (owners.isEmpty()) {
      return Arrival.nowhere(choice, Saying.of("reason.nobody-has", "address", address));
    }
    List<String> names = owners.stream().map(Link.End::namespace).distinct().toList();
    Saying all = Saying.of("reason.all-have", "names", names, "address", address);
    return new Arrival(Optional.empty(), choice, Optional.of(all), false);
  }
}
