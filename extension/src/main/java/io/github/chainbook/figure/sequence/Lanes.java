package io.github.chainbook.figure.sequence;

import io.github.chainbook.figure.flow.Heading;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.topology.Process;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lanes of a sequence, in the order in which a flow comes to them. */
final class Lanes {

  /** A name, the same in all languages. */
  private static final String NETFILTER = "netfilter";

  private final Names names;
  private final Map<String, Map<String, Lane>> byNamespace = new LinkedHashMap<>();
  private int count;

  Lanes(Names names) {
    this.names = names;
  }

  /** The lane of a process. */
  int process(String namespace, Optional<Process> process) {
    boolean proxy = process.filter(p -> !p.proxies().isEmpty()).isPresent();
    String user = process.flatMap(names::user).orElse("");
    String key = process.map(p -> "process " + p.name()).orElse("a process");
    return lane(
        namespace, key, proxy ? Lane.Kind.PROXY : Lane.Kind.PROCESS, names.of(process), user);
  }

  /** The lane of a namespace's kernel. */
  int kernel(String namespace) {
    return lane(
        namespace, "kernel", Lane.Kind.KERNEL, names.words().text("lane.kernel"), NETFILTER);
  }

  private int lane(String namespace, String key, Lane.Kind kind, String name, String subtitle) {
    return byNamespace
        .computeIfAbsent(namespace, n -> new LinkedHashMap<>())
        .computeIfAbsent(key, k -> new Lane(count++, kind, name, subtitle))
        .number();
  }

  /** All lanes, in their namespaces. */
  List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    byNamespace.forEach(
        (name, lanes) ->
            frames.add(new Frame(Heading.of(names, name), List.copyOf(lanes.values()))));
    return frames;
  }
}
