package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
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

  Interfaces(Environment environment) {
    this.complete = environment.complete();
    this.given = new LinkedHashMap<>();
    given.putAll(environment.addresses());
    if (complete) {
      given.putIfAbsent("eth0", standard("eth0"));
    }
    given.put("lo", LOOPBACK);
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

  /** The interface that has this address; null for none. */
  String ownerOf(Address address, PathHint packet) {
    for (Map.Entry<String, List<InterfaceAddress>> entry : given.entrySet()) {
      if (has(entry.getValue(), address)) {
        return entry.getKey();
      }
    }
    if (complete && has(standard(packet.in()), address)) {
      return packet.in();
    }
    return complete && has(standard(packet.out()), address) ? packet.out() : null;
  }

  private static boolean has(List<InterfaceAddress> addresses, Address address) {
    for (InterfaceAddress own : addresses) {
      if (own.address().equals(address)) {
        return true;
      }
    }
    return false;
  }

  /** The interface whose network has this broadcast address; null for none. */
  String broadcastDevice(Address address) {
    if (address == null || address.family() != Family.IPV4) {
      return null;
    }
    for (Map.Entry<String, List<InterfaceAddress>> entry : given.entrySet()) {
      for (InterfaceAddress own : entry.getValue()) {
        boolean network = own.address().family() == Family.IPV4 && own.length() < 31;
        if (network && own.highest().equals(address)) {
          return entry.getKey();
        }
      }
    }
    return null;
  }
}
