package io.github.chainbook.topology.reading;

import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.topology.Service;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.yaml.YamlValue;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads services. */
final class Services {

  private final Keys keys;
  private final Places places;
  private final Findings findings;
  private final Map<Address, String> owners = new HashMap<>();

  /**
   * A reading of services.
   *
   * @param places reads endpoints, which are no services themselves
   */
  Services(Keys keys, Places places, Findings findings) {
    this.keys = keys;
    this.places = places;
    this.findings = findings;
  }

  /** Reads a service. */
  Service read(String name, YamlValue value) {
    List<Address> addresses = new ArrayList<>();
    for (Scalar text : keys.texts(keys.value(value, "address"))) {
      address(name, text).ifPresent(addresses::add);
    }
    List<Place> endpoints = new ArrayList<>();
    for (Scalar text : keys.texts(keys.value(value, "endpoints"))) {
      Optional<Place> place = places.read(text);
      place.filter(p -> fits(p, text, addresses)).ifPresent(endpoints::add);
    }
    return new Service(name, addresses, endpoints);
  }

  private Optional<Address> address(String name, Scalar text) {
    Optional<Address> address = HostPort.address(text.text()).filter(a -> !a.isZero());
    if (address.isEmpty()) {
      findings.error(
          "topology-value",
          text.position(),
          "expected an address such as 10.96.0.10, found " + text.shown());
      return address;
    }
    String owner = owners.putIfAbsent(address.get(), name);
    if (owner != null) {
      findings.error(
          "topology-address",
          text.position(),
          "expected an address that no service has yet, found that of " + owner + " again");
      return Optional.empty();
    }
    return address;
  }

  private boolean fits(Place place, Scalar text, List<Address> addresses) {
    boolean fits =
        !(place.target() instanceof Target.OfAddress to)
            || addresses.isEmpty()
            || addresses.stream().anyMatch(a -> a.family() == to.address().family());
    if (!fits) {
      findings.error(
          "topology-value",
          text.position(),
          "expected an endpoint of the family of the service's address, found " + text.shown());
    }
    return fits;
  }
}
