package io.github.chainbook.topology.reading;

import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Place.Target;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads places: {@code web:80}, {@code ns/web:80}, {@code 10.0.0.1:80}, {@code [::1]:80}. */
final class Places {

  /** Before the name of a namespace where a service has the same. */
  static final String NAMESPACE = "ns/";

  private final Set<String> namespaces;
  private final Set<String> services;
  private final Findings findings;

  Places(Set<String> namespaces, Set<String> services, Findings findings) {
    this.namespaces = namespaces;
    this.services = services;
    this.findings = findings;
  }

  /** Whether a network namespace or a service has this name. */
  boolean isNamed(String name) {
    return namespaces.contains(name) || services.contains(name);
  }

  /** Reads a place that is all of a value; empty where it is none, which is reported. */
  Optional<Place> read(Scalar scalar) {
    try {
      return read(scalar, 0, scalar.text());
    } catch (BadText e) {
      findings.error("topology-value", e.position(), e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Reads a place that is a part of a value; empty where it names something that is not there,
   * which is reported.
   *
   * @throws BadText where it is none
   */
  Optional<Place> read(Scalar scalar, int from, String text) throws BadText {
    boolean namespace = text.startsWith(NAMESPACE);
    int nameAt = from + (namespace ? NAMESPACE.length() : 0);
    HostPort parts = HostPort.of(scalar, nameAt, text.substring(nameAt - from));
    Optional<Address> address = namespace ? Optional.empty() : parts.address();
    if (address.isEmpty() && (parts.bracketed() || parts.host().isEmpty())) {
      throw new BadText(
          scalar,
          nameAt,
          "expected a place such as web:80, 10.0.0.1:80 or [::1]:80, found " + BadText.shown(text));
    }
    Optional<Target> target =
        address.isPresent()
            ? address.map(Target.OfAddress::new)
            : named(scalar, nameAt, parts.host(), namespace);
    return target.map(t -> new Place(t, parts.port(), text, scalar.position(from)));
  }

  private Optional<Target> named(Scalar scalar, int at, String name, boolean namespace) {
    if (!namespace && services.contains(name)) {
      return Optional.of(new Target.OfService(name));
    }
    if (namespaces.contains(name)) {
      return Optional.of(new Target.OfNamespace(name));
    }
    List<String> known = new ArrayList<>(namespaces);
    known.addAll(namespace ? Set.of() : services);
    String what = namespace ? "a network namespace" : "a network namespace or service";
    findings.unknown(scalar, at, what, name, known);
    return Optional.empty();
  }
}
