package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The interfaces of a machine and their addresses. */
final class Interfaces {

  private static final List<InterfaceAddress> LOOPBACK =
      List.of(
          new InterfaceAddress(Address.ipv4(0x7F000001L), 8),
          new InterfaceAddress(new Address(Family.IPV6, 0, 1), 128));

  private static final String LO = "lo";

  private final boolean complete;
  private final Map<String, List<InterfaceAddress>> given;
  private final Map<Address, String> owners = new HashMap<>();
  private final Map<Address, String> networks = new HashMap<>();

  Interfaces(Environment environment) {
    this.complete = environment.complete();
    this.given = new LinkedHashMap<>();
    given.put(LO, loopback(environment.addresses().getOrDefault(LO, List.of())));
    environment.addresses().forEach(given::putIfAbsent);
    given.forEach(this::learn);
  }

  // It has its usual addresses in any case, and may have further ones.
  private static List<InterfaceAddress> loopback(List<InterfaceAddress> more) {
    return Stream.concat(LOOPBACK.stream(), more.stream()).distinct().toList();
  }

  /** The interfaces that were given, in the order in which the kernel lists them. */
  Map<String, List<InterfaceAddress>> given() {
    return given;
  }

  /** The addresses of an interface, in the order in which they were added; none if not known. */
  List<InterfaceAddress> of(String name) {
    return given.getOrDefault(name, List.of());
  }

  /** Whether addresses of interfaces are known. */
  boolean areKnown() {
    return complete || given.size() > 1;
  }

  private void learn(String name, List<InterfaceAddress> addresses) {
    for (InterfaceAddress own : addresses) {
      owners.putIfAbsent(own.address(), name);
      boolean network = own.address().family() == Family.IPV4 && own.length() < 31;
      if (network && !name.equals(LO)) {
        networks.putIfAbsent(own.highest(), name);
      }
    }
  }

  /** The interface that has this address; null for none. */
  String ownerOf(Address address) {
    return owners.get(address);
  }

  /** The interface whose network has this broadcast address; null for none. */
  String broadcastDevice(Address address) {
    return address == null ? null : networks.get(address);
  }
}
