package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies between namespaces: who gets what one of them sends by an interface. */
final class Wire {

  /**
   * Where a packet comes in.
   *
   * @param end the interface
   * @param choice what it is for there, and by which service's choice
   */
  record Arrival(Link.End end, Choice choice) {}

  /**
   * Who may get a packet.
   *
   * @param arrivals where it comes in, one for each choice of a service; none if nobody gets it
   * @param lost why nobody gets it
   * @param isKnown whether nobody gets it for certain
   */
  record Crossing(List<Arrival> arrivals, String lost, boolean isKnown) {

    private static Crossing to(Link.End end, Choice choice) {
      return new Crossing(List.of(new Arrival(end, choice)), "", true);
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
   * Who gets a packet. Rules of the next namespace may know what to do with a service's address; it
   * is replaced here where there is no next one.
   *
   * @param from the interface that it left by
   * @param gateway the next hop, where it is not the destination
   * @param to where it goes
   */
  Crossing cross(Link.End from, Optional<Address> gateway, Endpoint to) {
    Optional<Service> service = neighbours.serviceAt(to.address());
    Optional<Link.End> next = next(from, gateway, to.address(), service.isPresent());
    if (next.isPresent()) {
      return Crossing.to(next.get(), Choice.only(to));
    }
    if (service.isPresent()) {
      List<Choice> choices = places.endpoints(service.get(), to.port(), to.address().family());
      return choices.isEmpty()
          ? lost("service " + service.get().name() + " has no endpoint")
          : chosen(from, choices);
    }
    return gateway.isPresent() && neighbours.linkedWith(from).isPresent()
        ? lost("nobody on the link of " + from.device() + " has " + gateway.get())
        : direct(from, Choice.only(to));
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
    return only ? Optional.of(others.get(0)) : owner;
  }

  // Whether a service's address may be left to it.
  private boolean routes(Link.End end) {
    Namespace namespace = topology.namespaces().get(end.namespace());
    return namespace != null
        && (namespace.kind() == Namespace.Kind.HOST || !namespace.rules().isEmpty());
  }

  private Crossing chosen(Link.End from, List<Choice> choices) {
    List<Arrival> arrivals = new ArrayList<>();
    for (Choice choice : choices) {
      List<Link.End> owners =
          neighbours.owners(choice.to().address(), topology.namespaces().get(from.namespace()));
      if (owners.size() != 1) {
        return several(choice.to().address(), owners);
      }
      arrivals.add(new Arrival(owners.get(0), choice));
    }
    return new Crossing(arrivals, "", true);
  }

  private Crossing direct(Link.End from, Choice choice) {
    Address to = choice.to().address();
    if (neighbours.linkedWith(from).isPresent()) {
      return lost("nobody on the link of " + from.device() + " has " + to);
    }
    List<Link.End> owners = others(from, to);
    return owners.size() == 1 ? Crossing.to(owners.get(0), choice) : several(to, owners);
  }

  private List<Link.End> others(Link.End from, Address address) {
    return neighbours.owners(address, topology.namespaces().get(from.namespace())).stream()
        .filter(end -> !end.namespace().equals(from.namespace()))
        .toList();
  }

  private static Crossing several(Address address, List<Link.End> owners) {
    if (owners.isEmpty()) {
      return lost("no namespace has " + address);
    }
    List<String> names = owners.stream().map(Link.End::namespace).distinct().toList();
    String all = String.join(", ", names) + " all have " + address;
    return new Crossing(List.of(), all + ", and no link says which is meant", false);
  }

  private static Crossing lost(String why) {
    return new Crossing(List.of(), why, true);
  }
}
