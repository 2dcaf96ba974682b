package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@code ip -j addr} prints; ip/ipaddress.c of iproute2. */
final class AddressReader {

  private static final String COMMAND = "ip -j addr";

  private static final String LOOPBACK = "lo";

  private final Problems problems;
  private final Map<String, List<InterfaceAddress>> interfaces = new LinkedHashMap<>();
  private final List<String> peers = new ArrayList<>();

  AddressReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads one more text. */
  void read(SourceText text) {
    for (Json.Fields entry : JsonReader.entries(text, COMMAND, problems)) {
      Optional<String> name = entry.text("ifname").filter(IpText::isDevice);
      if (name.isEmpty()) {
        problems.entry(entry.positionOf("ifname"), "expected an interface with its ifname");
      } else {
        read(name.get(), entry);
      }
    }
    // Every namespace has those.
    interfaces.computeIfPresent(
        "lo", (lo, all) -> all.stream().allMatch(AddressReader::isUsual) ? null : all);
  }

  private static boolean isUsual(InterfaceAddress address) {
    return List.of("127.0.0.1/8", "::1/128").contains(address.toString());
  }

  private void read(String name, Json.Fields entry) {
    List<InterfaceAddress> addresses = interfaces.computeIfAbsent(name, n -> new ArrayList<>());
    boolean down = entry.has("flags") && !entry.lists("flags", "UP");
    if (down && !entry.items("addr_info").isEmpty()) {
      problems.unknown(
          entry.position(),
          name
              + " is down, so nothing leads to its networks; whether the kernel still answers for"
              + " its addresses depends on whether it ever was up");
    }
    for (Json item : entry.items("addr_info")) {
      if (item instanceof Json.Fields fields && !fields.values().isEmpty()) {
        address(name, fields)
            .map(address -> down ? alone(address) : address)
            .filter(address -> !addresses.contains(address))
            .ifPresent(addresses::add);
      }
    }
  }

  private static InterfaceAddress alone(InterfaceAddress address) {
    return new InterfaceAddress(address.address(), Address.bits(address.address().family()));
  }

  private Optional<InterfaceAddress> address(String name, Json.Fields fields) {
    if (fields.has("anycast") && !fields.has("local")) {
      return Optional.empty(); // a group's address, which nothing is sent from
    }
    String local = fields.text("local").orElse("");
    String length = fields.text("prefixlen").map(n -> "/" + n).orElse("");
    Optional<InterfaceAddress> found = InterfaceAddress.parse(local + length);
    if (found.isEmpty()) {
      problems.entry(
          fields.positionOf("local"),
          "expected an address of "
              + name
              + " in local and the length of its prefix in prefixlen, not "
              + Problems.quote(local + length));
      return found;
    }
    Address own = found.get().address();
    Optional<String> peer = fields.text("address").filter(p -> !p.equals(local));
    if (peer.isEmpty()) {
      return found;
    }
    // The prefix is that of the other end; only that is on this network.
    InterfaceAddress.parse(peer.get() + length)
        .map(other -> IpText.network(other) + " dev " + name + " src " + own)
        .ifPresentOrElse(
            peers::add,
            () ->
                problems.entry(
                    fields.positionOf("address"),
                    "expected the address of the other end of "
                        + name
                        + ", not "
                        + Problems.quote(peer.get())));
    return found.map(AddressReader::alone);
  }

  /** The addresses of the interfaces, in order; of lo only where it has further ones. */
  Map<String, List<InterfaceAddress>> interfaces() {
    Map<String, List<InterfaceAddress>> others = new LinkedHashMap<>(interfaces);
    others.remove(LOOPBACK);
    return others;
  }

  /** The routes that the kernel makes to what else lo has: all of such a network is local. */
  List<String> loopbackRoutes() {
    return interfaces.getOrDefault(LOOPBACK, List.of()).stream()
        .map(IpText::network)
        .filter(network -> !network.equals("127.0.0.0/8") && !network.equals("::1"))
        .map(network -> "local " + network + " dev " + LOOPBACK)
        .toList();
  }

  /** The routes that the kernel makes to the other ends of point-to-point interfaces. */
  List<String> peerRoutes() {
    return peers;
  }
}
