package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The addresses of places; no place is known by one that holds on its own link only. */
final class Places {

  private final Topology topology;

  Places(Topology topology) {
    this.topology = topology;
  }

  /**
   * Where a connection to a place may go. A service without an address is a list of its endpoints,
   * as names of headless services are.
   *
   * @param port the port of a place without one
   * @param reachable which addresses the sender can reach; of several that a place has, the first
   *     such counts, else the first of all
   * @return none where the place has no address
   */
  List<Choice> of(Place place, int port, Predicate<Address> reachable) {
    int at = place.port().orElse(port);
    if (place.target() instanceof Target.OfService named) {
      Service service = topology.services().get(named.name());
      if (service != null && service.addresses().isEmpty()) {
        return endpoints(service, at, reachable);
      }
    }
    List<Address> all = addresses(place.target());
    return all.stream()
        .filter(reachable)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(address -> List.of(Choice.only(new Endpoint(address, at))))
        .orElse(List.of());
  }

  /** The endpoints of a service for a family, one of which gets a connection to its address. */
  List<Choice> endpoints(Service service, int port, Family family) {
    return endpoints(service, port, address -> address.family() == family).stream()
        .filter(choice -> choice.to().address().family() == family)
        .toList();
  }

  private List<Choice> endpoints(Service service, int port, Predicate<Address> reachable) {
    List<Endpoint> found =
        service.endpoints().stream()
            .map(place -> endpoint(place, port, reachable))
            .filter(Objects::nonNull)
            .toList();
    double share = found.isEmpty() ? 0 : 1.0 / found.size();
    return found.stream().map(to -> new Choice(to, Optional.of(service.name()), share)).toList();
  }

  private Endpoint endpoint(Place place, int port, Predicate<Address> reachable) {
    List<Address> all = addresses(place.target());
    return all.stream()
        .filter(reachable)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .map(address -> new Endpoint(address, place.port().orElse(port)))
        .orElse(null);
  }

  private List<Address> addresses(Target target) {
    if (target instanceof Target.OfAddress given) {
      return List.of(given.address());
    }
    if (target instanceof Target.OfService named) {
      Service service = topology.services().get(named.name());
      return service == null ? List.of() : service.addresses();
    }
    Namespace namespace = topology.namespaces().get(((Target.OfNamespace) target).name());
    return namespace == null
        ? List.of()
        : namespace.interfaces().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("lo"))
            .flatMap(entry -> entry.getValue().stream())
            .map(InterfaceAddress::address)
            .filter(address -> !SpecialAddresses.isLinkLocal(address))
            .toList();
  }
}
