package io.github.chainbook.topology.flow;

import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Optional;

/** Who has an address, and who hears whom. */
final class Neighbours {

  private final Topology topology;

  Neighbours(Topology topology) {
    this.topology = topology;
  }

  /** The service that an address stands for. */
  Optional<Service> serviceAt(Address address) {
    return topology.services().values().stream()
        .filter(service -> service.addresses().contains(address))
        .findFirst();
  }

  /** The other interfaces on the links of an interface; empty where it has none. */
  Optional<List<Link.End>> linkedWith(Link.End end) {
    List<Link> links = topology.links().stream().filter(l -> l.ends().contains(end)).toList();
    return links.isEmpty()
        ? Optional.empty()
        : Optional.of(
            links.stream()
                .flatMap(link -> link.ends().stream())
                .filter(other -> !other.equals(end))
                .filter(other -> topology.namespaces().containsKey(other.namespace()))
                .distinct()
                .toList());
  }

  /** The links that join two interfaces. */
  List<Link> between(Link.End one, Link.End other) {
    return topology.links().stream()
        .filter(link -> link.ends().contains(one) && link.ends().contains(other))
        .toList();
  }

  /** Whether an interface has an address. */
  boolean has(Link.End end, Address address) {
    Namespace namespace = topology.namespaces().get(end.namespace());
    return namespace.interfaces().getOrDefault(end.device(), List.of()).stream()
        .anyMatch(own -> own.address().equals(address));
  }

  /** Whether an address is in a network of an interface. */
  boolean isOnNetworkOf(Link.End end, Address address) {
    Namespace namespace = topology.namespaces().get(end.namespace());
    return namespace != null
        && namespace.interfaces().getOrDefault(end.device(), List.of()).stream()
            .anyMatch(own -> own.isOnSubnetOf(address));
  }

  /**
   * The interfaces that have an address. On several machines there may be the same address, of a
   * bridge for containers say: where one of them is on the asking namespace's node, that is meant.
   *
   * @param asking the namespace that asks
   */
  List<Link.End> owners(Address address, Namespace asking) {
    List<Link.End> all =
        topology.namespaces().values().stream()
            .flatMap(
                namespace ->
                    namespace.interfaces().keySet().stream()
                        .map(device -> new Link.End(namespace.name(), device)))
            .filter(end -> has(end, address))
            .toList();
    List<Link.End> near = all.stream().filter(end -> isNear(end, asking)).toList();
    return near.size() == 1 ? near : all;
  }

  private boolean isNear(Link.End end, Namespace asking) {
    Namespace other = topology.namespaces().get(end.namespace());
    return asking.node().isPresent() && asking.node().equals(other.node());
  }
}
