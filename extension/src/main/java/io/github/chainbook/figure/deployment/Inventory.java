package io.github.chainbook.figure.deployment;

import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in a sentence which namespaces there are, and on which nodes. */
final class Inventory {

  private Inventory() {}

  static String of(Topology topology) {
    Map<Optional<String>, List<String>> byNode = new LinkedHashMap<>();
    for (Namespace namespace : topology.namespaces().values()) {
      byNode.computeIfAbsent(namespace.node(), n -> new ArrayList<>()).add(namespace.name());
    }
    int count = topology.namespaces().size();
    List<String> places = new ArrayList<>();
    byNode.forEach(
        (node, names) -> places.add(list(names) + node.map(name -> " on node " + name).orElse("")));
    return (count == 1 ? "One network namespace: " : count + " network namespaces: ")
        + String.join("; ", places)
        + ".";
  }

  /** {@code a, b and c}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
