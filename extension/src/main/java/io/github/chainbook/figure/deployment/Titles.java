package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.flow.Heading;
import io.github.chainbook.figure.flow.Links;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Node;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands at the head of nodes and namespaces. */
final class Titles {

  private final Names names;
  private final Topology topology;
  private final Canvas canvas;
  private final Sockets sockets;
  private final Links links;
  private final Set<Integer> placed = new HashSet<>();

  Titles(Names names, Canvas canvas, Sockets sockets, Links links) {
    this.names = names;
    this.topology = names.topology();
    this.canvas = canvas;
    this.sockets = sockets;
    this.links = links;
  }

  /**
   * The title of a namespace. When it is made it is put below that of its node, and both below what
   * comes into the namespace, so that no arrow crosses them.
   *
   * @param above the block outside from which a connection comes in, if one does
   */
  Block of(String namespace, Optional<Block> above) {
    boolean first = !canvas.has(namespace);
    Optional<Block> node = canvas.nodeOf(namespace).map(name -> node(name, above));
    Block title =
        canvas.inside(
            namespace, List.of("title", namespace), Block.Kind.TITLE, 0, () -> lines(namespace));
    if (first) {
      node.ifPresent(n -> canvas.order(n, title));
      above.ifPresent(block -> canvas.order(block, title));
    }
    return title;
  }

  /** Puts the title above the first block of its namespace. */
  void above(Block title, Block first) {
    if (placed.add(title.number())) {
      canvas.order(title, first);
    }
  }

  private Block node(String name, Optional<Block> above) {
    boolean first = canvas.last(Optional.of(name)).isEmpty();
    Node node = topology.nodes().getOrDefault(name, new Node(name, name));
    Block title =
        canvas.outside(
            Optional.of(name),
            List.of("node", name),
            Block.Kind.TITLE,
            0,
            () -> List.of(Line.head(node.label())));
    if (first) {
      above.ifPresent(block -> canvas.order(block, title));
    }
    return title;
  }

  /** Namespaces that no flow comes to stand below the others, so that the figure stays narrow. */
  void rest() {
    for (String name : topology.namespaces().keySet()) {
      if (!canvas.has(name)) {
        Optional<Block> last = canvas.last(canvas.nodeOf(name));
        of(name, last);
      }
    }
  }

  private List<Line> lines(String name) {
    List<Line> lines = new ArrayList<>(Heading.of(names, name));
    Optional<Namespace> namespace = Optional.ofNullable(topology.namespaces().get(name));
    namespace
        .flatMap(links::rules)
        .ifPresent(
            link -> lines.set(0, new Line(Line.Tone.HEAD, lines.get(0).text(), Optional.of(link))));
    namespace.flatMap(Namespace::processes).orElse(List.of()).stream()
        .filter(process -> !sockets.isMet(name, process.name()))
        .forEach(process -> lines.add(Line.soft(text(process))));
    return lines;
  }

  private static String text(Process process) {
    return process.name() + ports(process.listens());
  }

  /** {@code :80 :443}, with a blank before it; nothing if there are none. */
  static String ports(List<Listening> listens) {
    return listens.stream().map(l -> " " + port(l)).collect(Collectors.joining());
  }

  /** {@code :80}, {@code 127.0.0.1:80}. */
  static String port(Listening socket) {
    return (socket.address().isEmpty() ? ":" : "") + socket;
  }
}
