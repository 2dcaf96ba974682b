package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.machine.Environment;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.netfilter.machine.Listener;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Namespace.Kind;
import io.github.chainbook.topology.Process;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The machine that a network namespace is for its rules. */
public final class Machines {

  private static final String ALL = "ipv4.conf.all.";

  private Machines() {}

  /**
   * The machine for packets that are traced by themselves: each takes the path and the interfaces
   * that it names, with the namespace's addresses and listening sockets. Its sets are {@link
   * Namespace#sets()}.
   */
  public static Environment forPackets(Namespace namespace) {
    return new Environment(
        Environment.Mode.PATH,
        false,
        namespace.interfaces(),
        List.of(),
        List.of(),
        listeners(namespace),
        settings(namespace));
  }

  /**
   * The machine for flows: its routes decide, and it has nothing but what is declared. Where no
   * routes are declared and there is one interface beside {@code lo}, all leaves by that. Settings
   * that are not given are the kernel's: addresses of 127/8, and those of the machine itself, do
   * not come in from outside. Reverse path filtering is not looked at.
   */
  public static Environment forFlows(Namespace namespace) {
    List<String> commands = new ArrayList<>(onlyWay(namespace));
    commands.addAll(namespace.commands());
    Map<String, String> settings = new HashMap<>(settings(namespace));
    settings.putIfAbsent(ALL + "route_localnet", "0");
    settings.putIfAbsent(ALL + "accept_local", "0");
    return new Environment(
        Environment.Mode.ROUTES,
        true,
        namespace.interfaces(),
        namespace.routes().orElse(List.of()),
        commands,
        listeners(namespace),
        settings);
  }

  /**
   * Whether a namespace sends on what is not for it; empty where that is not known: the kernel
   * gives a new namespace the setting of the machine. A host does so if nothing else is said.
   *
   * @param in the interface that it comes in by
   */
  static Optional<Boolean> forwards(Namespace namespace, Family family, String in) {
    List<String> names =
        family == Family.IPV4
            ? List.of("ipv4.conf." + in + ".forwarding", "ipv4.ip_forward", ALL + "forwarding")
            : List.of("ipv6.conf.all.forwarding");
    Map<String, String> settings = settings(namespace);
    String given =
        names.stream().map(settings::get).filter(Objects::nonNull).findFirst().orElse(null);
    if (given == null) {
      return namespace.kind() == Kind.HOST ? Optional.of(true) : Optional.empty();
    }
    return Optional.of(!given.equals("0"));
  }

  /**
   * Whether a namespace shows iptables what its bridges pass on from port to port: not if nothing
   * is said of it.
   */
  static boolean filtersBridges(Namespace namespace, Family family) {
    String tables = family == Family.IPV4 ? "iptables" : "ip6tables";
    String given = settings(namespace).getOrDefault("bridge.bridge-nf-call-" + tables, "0");
    return !given.equals("0");
  }

  private static List<String> onlyWay(Namespace namespace) {
    List<String> devices =
        namespace.interfaces().keySet().stream().filter(name -> !name.equals("lo")).toList();
    if (namespace.routes().isPresent() || devices.size() != 1) {
      return List.of();
    }
    String device = devices.get(0);
    List<String> commands = new ArrayList<>();
    for (Family family : Family.values()) {
      if (has(namespace.interfaces().get(device), family)) {
        String option = family == Family.IPV6 ? "-6 " : "";
        commands.add(option + "route replace default dev " + device);
      }
    }
    return commands;
  }

  private static boolean has(List<InterfaceAddress> addresses, Family family) {
    return addresses.stream().anyMatch(own -> own.address().family() == family);
  }

  // As sysctl(8) takes them, too: with net before, and slashes for dots.
  private static Map<String, String> settings(Namespace namespace) {
    Map<String, String> settings = new HashMap<>();
    namespace
        .settings()
        .forEach(
            (name, value) -> {
              String dotted = name.replace('/', '.');
              settings.put(dotted.startsWith("net.") ? dotted.substring(4) : dotted, value.strip());
            });
    return settings;
  }

  private static Optional<List<Listener>> listeners(Namespace namespace) {
    return namespace
        .processes()
        .map(
            processes ->
                processes.stream()
                    .map(Process::listens)
                    .flatMap(List::stream)
                    .flatMap(socket -> listeners(socket).stream())
                    .toList());
  }

  private static List<Listener> listeners(Listening socket) {
    List<Family> families = Sockets.families(socket);
    return families.stream()
        .map(family -> new Listener(socket.protocol(), family, socket.address(), socket.port()))
        .toList();
  }
}
