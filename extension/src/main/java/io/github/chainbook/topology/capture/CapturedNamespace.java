package io.github.chainbook.topology.capture;

import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.xtables.Family;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What captured files say of a network namespace, in the form of {@link
 * io.github.chainbook.topology.Namespace}. What no file speaks of is empty.
 *
 * @param interfaces the addresses of its interfaces but {@code lo}, in order; none for one that has
 *     none. An address without a network, as those of point-to-point interfaces and of interfaces
 *     that are down, has the full length
 * @param routes routes as ip-route(8) takes them behind {@code ip route replace}
 * @param commands further commands of ip(8), without the word {@code ip}
 * @param processes the processes that listen, in the order of the files
 * @param rules its rules: none, of one dump, or of one for each family
 * @param unsaidRules the families of whose rules a folder has no file, so that nobody knows whether
 *     there are any; none where files were named one by one
 * @param sets its sets
 * @param settings its sysctl settings, such as {@code ipv4.ip_forward}
 * @param problems what could not be read and is left out, and what the files do not tell
 */
public record CapturedNamespace(
    Optional<Map<String, List<InterfaceAddress>>> interfaces,
    Optional<List<String>> routes,
    List<String> commands,
    Optional<List<Process>> processes,
    Optional<List<Rules>> rules,
    Set<Family> unsaidRules,
    Optional<IpSets> sets,
    Map<String, String> settings,
    List<Diagnostic> problems) {

  public CapturedNamespace {
    interfaces = interfaces.map(all -> Collections.unmodifiableMap(new LinkedHashMap<>(all)));
    routes = routes.map(List::copyOf);
    commands = List.copyOf(commands);
    processes = processes.map(List::copyOf);
    rules = rules.map(List::copyOf);
    unsaidRules = Set.copyOf(unsaidRules);
    settings = Map.copyOf(settings);
    problems = List.copyOf(problems);
  }
}
