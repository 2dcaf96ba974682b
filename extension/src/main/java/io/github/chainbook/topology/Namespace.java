package io.github.chainbook.topology;

import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network namespace.
 *
 * @param name its name in the declaration
 * @param kind what it is
 * @param label what is shown; the name if nothing else was given
 * @param node the machine that it is on; empty if none was given
 * @param interfaces the addresses of its interfaces, in order; {@code lo} has 127.0.0.1/8 and
 *     ::1/128 in any case, and need not be there
 * @param routes routes as ip-route(8) takes them behind {@code ip route replace}; empty if nothing
 *     is said of them
 * @param commands further commands of ip(8), without the word {@code ip}, such as {@code rule add
 *     fwmark 1 lookup 100}
 * @param processes its processes, in order; empty if nothing is said of them, so that nobody knows
 *     who listens
 * @param rules its rules: of one dump, or of one for IPv4 and one for IPv6; none if it has none
 * @param sets its sets
 * @param settings its sysctl settings, such as {@code ipv4.ip_forward}
 * @param position where it was declared
 */
public record Namespace(
    String name,
    Kind kind,
    String label,
    Optional<String> node,
    Map<String, List<InterfaceAddress>> interfaces,
    Optional<List<String>> routes,
    List<String> commands,
    Optional<List<Process>> processes,
    List<Rules> rules,
    IpSets sets,
    Map<String, String> settings,
    Position position) {

  /** What a namespace is. */
  public enum Kind {
    POD,
    CONTAINER,
    HOST,
    /** None of the others, or nothing was said. */
    NAMESPACE
  }

  public Namespace {
    interfaces = Collections.unmodifiableMap(new LinkedHashMap<>(interfaces));
    routes = routes.map(List::copyOf);
    commands = List.copyOf(commands);
    processes = processes.map(List::copyOf);
    rules = List.copyOf(rules);
    settings = Map.copyOf(settings);
  }
}
