package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which processes and listening sockets flows come to, and the blocks that stand for them. */
final class Sockets {

  private final Map<List<String>, Set<Listening>> met = new HashMap<>();
  private final Set<List<String>> shown = new HashSet<>();
  private final Canvas canvas;
  private final Names names;

  Sockets(Canvas canvas, Names names, List<FlowWalk> walks) {
    this.canvas = canvas;
    this.names = names;
    walks.forEach(walk -> walk.hops().forEach(this::meet));
  }

  private void meet(Hop hop) {
    if (hop.entry() instanceof Entry.Opened opened) {
      opened
          .process()
          .ifPresent(process -> met(hop, process).addAll(opened.accepted().stream().toList()));
    }
    if (hop.exit() instanceof Exit.Delivered delivered) {
      met(hop, delivered.process()).add(delivered.socket());
    }
  }

  private Set<Listening> met(Hop hop, Process process) {
    return met.computeIfAbsent(List.of(hop.namespace(), process.name()), k -> new HashSet<>());
  }

  boolean isMet(String namespace, String process) {
    return met.containsKey(List.of(namespace, process));
  }

  /**
   * The block of the process that opens a connection: with the socket whose connection it passes
   * on, else with its only one that flows come to.
   */
  Block opener(String namespace, Entry.Opened opened) {
    Set<Listening> own =
        opened
            .process()
            .map(process -> met.get(List.of(namespace, process.name())))
            .orElse(Set.of());
    boolean one = opened.accepted().isEmpty() && own.size() == 1;
    return block(
        namespace, opened.process(), one ? Optional.of(own.iterator().next()) : opened.accepted());
  }

  /** The block of a process with one of its sockets, or with none where it only opens. */
  Block block(String namespace, Optional<Process> process, Optional<Listening> socket) {
    String name = names.of(process);
    List<Object> key = List.of("process", namespace, process.isPresent(), name, socket);
    boolean proxy = process.filter(p -> !p.proxies().isEmpty()).isPresent();
    return canvas.inside(
        namespace,
        key,
        proxy ? Block.Kind.PROXY : Block.Kind.PROCESS,
        0,
        () -> lines(namespace, process, socket));
  }

  private List<Line> lines(
      String namespace, Optional<Process> process, Optional<Listening> socket) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.head(names.of(process) + socket.map(s -> " " + Titles.port(s)).orElse("")));
    process.flatMap(names::user).ifPresent(user -> lines.add(Line.soft(user)));
    process.ifPresent(
        p -> {
          String others = Titles.ports(others(namespace, p));
          // Once is enough, where a process has several blocks.
          if (shown.add(List.of(namespace, p.name())) && !others.isEmpty()) {
            lines.add(Line.soft(names.words().text("process.also", "ports", others.strip())));
          }
        });
    return lines;
  }

  private List<Listening> others(String namespace, Process process) {
    Set<Listening> used = met.getOrDefault(List.of(namespace, process.name()), Set.of());
    return process.listens().stream().filter(socket -> !used.contains(socket)).toList();
  }
}
