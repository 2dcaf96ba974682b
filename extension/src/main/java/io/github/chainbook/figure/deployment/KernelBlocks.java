package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.flow.HopLines;
import io.github.chainbook.topology.flow.Hop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The blocks for what the kernel does with a packet. */
final class KernelBlocks {

  private final Canvas canvas;
  private final HopLines lines;
  private final Map<List<Object>, Integer> uses = new HashMap<>();

  KernelBlocks(Canvas canvas, HopLines lines) {
    this.canvas = canvas;
    this.lines = lines;
  }

  /**
   * A block for each hook at which rules did something; where none did, one for those that let the
   * packet pass, if any matched.
   *
   * @param place the place of the hop's flow in the figure, from 1
   */
  List<Block> of(int place, Hop hop) {
    List<Block> blocks = new ArrayList<>();
    lines.acting(hop).forEach(l -> blocks.add(shared(place, hop, Block.Kind.NETFILTER, named(l))));
    List<Line> passing = lines.passing(hop);
    if (!passing.isEmpty()) {
      blocks.add(shared(place, hop, Block.Kind.PASSING, passing));
    }
    return blocks;
  }

  private static List<Line> named(List<Line> lines) {
    List<Line> named = new ArrayList<>(lines);
    named.set(0, Line.head("netfilter " + lines.get(0).text()));
    return named;
  }

  // Flows share a block. One flow that comes to the same rules again has another one: else nobody
  // could see which of its arrows out of it belongs to which into it.
  private Block shared(int place, Hop hop, Block.Kind kind, List<Line> shown) {
    List<Object> what = List.of(hop.namespace(), kind, shown);
    int use = uses.merge(List.of(place, what), 1, Integer::sum);
    return canvas.inside(hop.namespace(), List.of("kernel", what, use), kind, 0, () -> shown);
  }
}
