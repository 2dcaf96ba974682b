package io.github.chainbook.topology.reading;

import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Process;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of processes, gathered once for all flows.
 *
 * @param byNamespace those of each namespace
 * @param all those of all
 */
record ProcessNames(Map<String, Set<String>> byNamespace, Set<String> all) {

  static ProcessNames of(Map<String, Namespace> namespaces) {
    Map<String, Set<String>> byNamespace = new LinkedHashMap<>();
    Set<String> all = new HashSet<>();
    namespaces.forEach(
        (name, namespace) -> {
          Set<String> names = new HashSet<>();
          namespace.processes().orElse(List.of()).stream().map(Process::name).forEach(names::add);
          byNamespace.put(name, names);
          all.addAll(names);
        });
    return new ProcessNames(byNamespace, all);
  }

  /** The names of the namespaces. */
  Set<String> namespaces() {
    return byNamespace.keySet();
  }

  /** The processes of a namespace; of all where none is said. */
  Set<String> of(Optional<String> namespace) {
    return namespace.map(name -> byNamespace.getOrDefault(name, Set.of())).orElse(all);
  }
}
