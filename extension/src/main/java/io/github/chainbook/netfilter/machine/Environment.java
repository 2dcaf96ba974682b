package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.value.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a machine.
 *
 * @param mode what decides where packets go
 * @param complete whether all that it has is said, so that the rest is not there
 * @param addresses the addresses of its interfaces
 * @param routes routes as ip-route(8) takes them behind {@code ip route replace}
 * @param commands further commands of ip(8), without the word {@code ip}
 * @param listeners the sockets that wait; empty if nothing is said of them
 * @param settings settings of sysctl
 */
public record Environment(
    Mode mode,
    boolean complete,
    Map<String, List<InterfaceAddress>> addresses,
    List<String> routes,
    List<String> commands,
    Optional<List<Listener>> listeners,
    Map<String, String> settings) {

  /** What decides where packets go. */
  public enum Mode {
    /** The packet's own path and interfaces. */
    PATH,
    /** Addresses and routes. */
    ROUTES
  }

  /** Nothing is said. */
  public static final Environment UNKNOWN =
      new Environment(Mode.PATH, false, Map.of(), List.of(), List.of(), Optional.empty(), Map.of());

  public Environment {
    addresses = new LinkedHashMap<>(addresses);
    routes = List.copyOf(routes);
    commands = List.copyOf(commands);
    settings = Map.copyOf(settings);
  }

  /** Whether this is an address of an interface that is given. */
  boolean owns(Address address) {
    return addresses.values().stream()
        .flatMap(List::stream)
        .anyMatch(own -> own.address().equals(address));
  }
}
