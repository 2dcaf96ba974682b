package io.github.chainbook.figure.deployment;

import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in a sentence which namespaces there are, and on which nodes. */
final class Inventory {

  private Inventory() {}

  static String of(Topology topology, Messages words) {
    Lists lists = new Lists(words);
    Map<Optional<String>, List<String>> byNode = new LinkedHashMap<>();
    for (Namespace namespace : topology.namespaces().values()) {
      byNode.computeIfAbsent(namespace.node(), n -> new ArrayList<>()).add(namespace.name());
    }
    List<String> places = new ArrayList<>();
    byNode.forEach(
        (node, names) -> {
          String all = lists.allOf(names);
          places.add(
              node.map(name -> words.text("inventory.on-node", "names", all, "node", name))
                  .orElse(all));
        });
    return words.text(
        "inventory",
        "n",
        String.valueOf(topology.namespaces().size()),
        "places",
        lists.joined("join.clauses", places));
  }
}
