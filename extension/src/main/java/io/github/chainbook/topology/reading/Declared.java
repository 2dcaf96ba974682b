package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.ipset.IpSets;
import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Rules;
import io.github.chainbook.topology.capture.CapturedNamespace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of a namespace, by hand or by captured files; what nothing is said of is empty.
 *
 * @param interfaces the addresses of its interfaces
 * @param routes its routes
 * @param commands further commands of ip(8)
 * @param processes its processes
 * @param rules its rules
 * @param sets its sets
 * @param settings its settings
 */
record Declared(
    Optional<Map<String, List<InterfaceAddress>>> interfaces,
    Optional<List<String>> routes,
    Optional<List<String>> commands,
    Optional<List<Process>> processes,
    Optional<List<Rules>> rules,
    Optional<IpSets> sets,
    Map<String, String> settings) {

  static Declared of(CapturedNamespace captured) {
    return new Declared(
        captured.interfaces(),
        captured.routes(),
        captured.commands().isEmpty() ? Optional.empty() : Optional.of(captured.commands()),
        captured.processes(),
        captured.rules(),
        captured.sets(),
        captured.settings());
  }

  /**
   * What this says, and where it says nothing what the other does. Interfaces, processes, sets and
   * settings are looked at one by one; routes, commands and rules are all or nothing, as they mean
   * something only together.
   */
  Declared over(Declared other) {
    return new Declared(
        both(interfaces, other.interfaces),
        routes.or(() -> other.routes),
        commands.or(() -> other.commands),
        both(byName(processes), byName(other.processes)).map(all -> List.copyOf(all.values())),
        rules.or(() -> other.rules),
        both(sets.map(IpSets::sets), other.sets.map(IpSets::sets))
            .map(all -> new IpSets(all, List.of())),
        both(Optional.of(settings), Optional.of(other.settings)).orElseThrow());
  }

  private static Optional<Map<String, Process>> byName(Optional<List<Process>> processes) {
    return processes.map(
        all -> {
          Map<String, Process> named = new LinkedHashMap<>();
          all.forEach(process -> named.put(process.name(), process));
          return named;
        });
  }

  private static <T> Optional<Map<String, T>> both(
      Optional<Map<String, T>> mine, Optional<Map<String, T>> others) {
    if (mine.isEmpty() || others.isEmpty()) {
      return mine.or(() -> others);
    }
    Map<String, T> all = new LinkedHashMap<>(mine.get());
    others.get().forEach(all::putIfAbsent);
    return Optional.of(all);
  }

  /** As a part of a topology. */
  Namespace namespace(Namespace blank) {
    return new Namespace(
        blank.name(),
        blank.kind(),
        blank.label(),
        blank.node(),
        interfaces.orElse(Map.of()),
        routes,
        commands.orElse(List.of()),
        processes,
        rules.orElse(List.of()),
        sets.orElse(IpSets.NONE),
        settings,
        blank.position());
  }
}
