package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The interfaces of a machine and their addresses. */
final class Interfaces {

  private static final List<InterfaceAddress> LOOPBACK =
      List.of(
          new InterfaceAddress(Address.ipv4(0x7F000001L), 8),
          new InterfaceAddress(new Address(Family.IPV6, 0, 1), 128));

  private final boolean complete;
  private final Map<String, List<InterfaceAddress>> given;
  private final Map<Address, String> owners = new HashMap<>();
  private final Map<Address, String> networks = new HashMap<>();

  Interfaces(Environment environment) {
    this.complete = environment.complete();
    this.given = new LinkedHashMap<>();
    given.putAll(environment.addresses());
    if (complete) {
      given.putIfAbsent("eth0", standard("eth0"));
    }
    given.put("lo", LOOPBACK);
    given.forEach(this::learn);
  }

  private List<InterfaceAddress> standard(String name) {
    return complete ? InterfaceAddress.standard(name) : List.of();
  }

  /** The interfaces that were given, in the order in which the kernel lists them. */
  Map<String, List<InterfaceAddress>> given() {
    return given;
  }

  /** The addresses of an interface, in the order in which they were added; none if not known. */
  List<InterfaceAddress> of(String name) {
    List<InterfaceAddress> known = given.get(name);
    return known != null ? known : standard(name);
  }

  /** Whether addresses of interfaces are known. */
  boolean areKnown() {
    return complete || given.size() > 1;
  }

  private void learn(String name, List<InterfaceAddress> addresses) {
    for (InterfaceAddress own : addresses) {
      owners.putIfAbsent(own.address(), name);
      boolean network = own.address().family() == Family.IPV4 && own.length() < 31;
      if (network && !name.equals("lo")) {
        networks.putIfAbsent(own.highest(), name);
      }
    }
  }

  /** The interface that has this address; null for none. */
  String ownerOf(Address address, PathHint packet) {
    String owner = owners.get(address);
    if (owner != null || !complete) {
      return owner;
    }
    return hasStandard(packet.in(), address)
        ? packet.in()
        : hasStandard(packet.out(), address) ? packet.out() : null;
  }

  // Interfaces that only the packet names have the addresses of their names.
  private boolean hasStandard(String name, Address address) {
    return !name.isEmpty()
        && !given.containsKey(name)
        && standard(name).stream().anyMatch(own -> own.address().equals(address));
  }

  /** The interface whose network has this broadcast address; null for none. */
  String broadcastDevice(Address address) {
    return address == null ? null : networks.get(address);
  }
}
