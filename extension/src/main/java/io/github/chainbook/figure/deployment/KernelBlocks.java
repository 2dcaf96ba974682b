package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.flow.Effect;
import io.github.chainbook.figure.flow.Links;
import io.github.chainbook.figure.flow.StepWords;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blocks for what the kernel does with a packet. */
final class KernelBlocks {

  private final Topology topology;
  private final Canvas canvas;
  private final Links links;
  private final Map<List<Object>, Integer> uses = new HashMap<>();

  KernelBlocks(Topology topology, Canvas canvas, Links links) {
    this.topology = topology;
    this.canvas = canvas;
    this.links = links;
  }

  /**
   * A block for each hook at which rules did something; where none did, one for those that let the
   * packet pass, if any matched.
   */
  List<Block> of(int place, Hop hop) {
    List<Block> blocks = new ArrayList<>();
    Effect.of(hop.trace())
        .forEach(
            (hook, steps) ->
                blocks.add(shared(place, hop, Block.Kind.NETFILTER, acting(hop, hook, steps))));
    List<Line> passing = blocks.isEmpty() ? passing(hop) : List.of();
    if (!passing.isEmpty()) {
      blocks.add(shared(place, hop, Block.Kind.PASSING, passing));
    }
    return blocks;
  }

  /** Whether a hop has any. */
  static boolean any(Hop hop) {
    return !Effect.of(hop.trace()).isEmpty() || !Effect.passing(hop.trace()).isEmpty();
  }

  private List<Line> acting(Hop hop, Hook hook, List<TraceStep> steps) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.head("netfilter " + hook));
    for (TraceStep step : steps) {
      lines.add(Line.plain(StepWords.action(step)));
      lines.add(new Line(Line.Tone.PLAIN, StepWords.rule(step), link(hop, step)));
    }
    return lines;
  }

  private List<Line> passing(Hop hop) {
    List<Line> lines = new ArrayList<>();
    for (TraceStep step : Effect.passing(hop.trace())) {
      String text = StepWords.rule(step) + " " + StepWords.action(step);
      lines.add(new Line(Line.Tone.SOFT, text, link(hop, step)));
    }
    return lines;
  }

  private Optional<Link> link(Hop hop, TraceStep step) {
    return Optional.ofNullable(topology.namespaces().get(hop.namespace()))
        .flatMap(namespace -> links.step(namespace, hop, step));
  }

  // Flows share a block. One flow that comes to the same rules again has another one: else nobody
  // could see which of its arrows out of it belongs to which into it.
  private Block shared(int place, Hop hop, Block.Kind kind, List<Line> lines) {
    List<Object> what = List.of(hop.namespace(), kind, lines);
    int use = uses.merge(List.of(place, what), 1, Integer::sum);
    return canvas.inside(hop.namespace(), List.of("kernel", what, use), kind, 0, () -> lines);
  }
}
