package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the blocks and wires of a figure; what is asked for twice is there once. */
final class Canvas {

  private final Topology topology;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<List<Object>, Block> byKey = new HashMap<>();
  private final Map<String, List<Block>> ofNamespace = new LinkedHashMap<>();
  private final Map<Optional<String>, List<Block>> between = new HashMap<>();
  private final Map<List<Integer>, Wire> wires = new LinkedHashMap<>();

  Canvas(Topology topology) {
    this.topology = topology;
  }

  /** The block of this key in a namespace. */
  Block inside(
      String namespace, List<Object> key, Block.Kind kind, int flow, Supplier<List<Line>> lines) {
    List<Block> there = ofNamespace.computeIfAbsent(namespace, n -> new ArrayList<>());
    return block(there, key, kind, flow, lines);
  }

  /** The block of this key on a node, or, if that is empty, outside of all. */
  Block outside(
      Optional<String> node,
      List<Object> key,
      Block.Kind kind,
      int flow,
      Supplier<List<Line>> lines) {
    List<Block> there = between.computeIfAbsent(node, n -> new ArrayList<>());
    return block(there, key, kind, flow, lines);
  }

  private Block block(
      List<Block> there, List<Object> key, Block.Kind kind, int flow, Supplier<List<Line>> lines) {
    return byKey.computeIfAbsent(
        key,
        k -> {
          Block block = new Block(blocks.size(), kind, flow, lines.get());
          blocks.add(block);
          there.add(block);
          return block;
        });
  }

  /** The block of an interface. */
  Block device(String namespace, String device) {
    return inside(
        namespace,
        List.of("device", namespace, device),
        Block.Kind.DEVICE,
        0,
        () -> List.of(Line.soft(device)));
  }

  /** Whether a block was made in the namespace. */
  boolean has(String namespace) {
    return ofNamespace.containsKey(namespace);
  }

  /** The last block that was made on a node, or, if that is empty, at all. */
  Optional<Block> last(Optional<String> node) {
    return blocks.stream()
        .filter(block -> node.isEmpty() || isOn(node, block))
        .reduce((block, later) -> later);
  }

  private boolean isOn(Optional<String> node, Block block) {
    boolean between = this.between.getOrDefault(node, List.of()).contains(block);
    return between
        || ofNamespace.entrySet().stream()
            .anyMatch(e -> nodeOf(e.getKey()).equals(node) && e.getValue().contains(block));
  }

  /** A line of a flow, with a link to its hop. */
  void wire(Block from, Block to, int flow, Optional<Link> link) {
    boolean head =
        switch (to.kind()) {
          case HOP, SERVICE, LINK, PASSING -> false;
          default -> true;
        };
    add(Wire.flow(from.number(), to.number(), flow, head, link));
  }

  /** One block stands above the other. */
  void order(Block above, Block below) {
    add(Wire.order(above.number(), below.number()));
  }

  /** A piece of a link that no flow uses, with what is said of the link. */
  void cable(Block one, Block other, String tip) {
    add(Wire.cable(one.number(), other.number(), tip));
  }

  // Ways that part later share it.
  private void add(Wire wire) {
    wires.putIfAbsent(List.of(wire.from(), wire.to(), wire.flow(), wire.kind().ordinal()), wire);
  }

  /** The node that a namespace is on. */
  Optional<String> nodeOf(String namespace) {
    return Optional.ofNullable(topology.namespaces().get(namespace)).flatMap(Namespace::node);
  }

  List<Wire> wires() {
    return List.copyOf(wires.values());
  }

  /** All that was made, in groups. */
  List<Part> parts() {
    Map<Optional<String>, List<Part>> byNode = new LinkedHashMap<>();
    ofNamespace.forEach(
        (name, parts) ->
            byNode
                .computeIfAbsent(nodeOf(name), n -> new ArrayList<>())
                .add(new Group(Group.Kind.NAMESPACE, name, List.copyOf(parts))));
    List<Part> parts = new ArrayList<>();
    byNode.forEach(
        (node, inside) -> {
          List<Part> all = new ArrayList<>(between.getOrDefault(node, List.of()));
          all.addAll(inside);
          if (node.isPresent()) {
            parts.add(new Group(Group.Kind.NODE, node.get(), all));
          } else {
            parts.addAll(inside);
          }
        });
    parts.addAll(between.getOrDefault(Optional.empty(), List.of()));
    return parts;
  }
}
