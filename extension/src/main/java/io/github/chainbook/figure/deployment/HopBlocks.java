package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.flow.HopLines;
import io.github.chainbook.figure.flow.Links;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.figure.flow.Passage;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.topology.flow.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws one hop after the other. */
final class HopBlocks {

  private final Canvas canvas;
  private final Titles titles;
  private final Sockets sockets;
  private final HopLines words;
  private final KernelBlocks kernel;
  private final WireBlocks wire;
  private final Names names;
  private final boolean several;

  HopBlocks(
      Names names,
      Canvas canvas,
      Cables cables,
      Titles titles,
      Sockets sockets,
      Links links,
      boolean several) {
    this.canvas = canvas;
    this.titles = titles;
    this.sockets = sockets;
    this.words = new HopLines(names, links);
    this.kernel = new KernelBlocks(canvas, words);
    this.wire = new WireBlocks(names, canvas, cables);
    this.names = names;
    this.several = several;
  }

  /**
   * Draws a hop.
   *
   * @param place the place of its flow in the figure, from 1
   * @param before the block at which the hop before it ended; empty for the first
   * @return the block at which it ends
   */
  Block draw(int place, Flow flow, Passage passage, Optional<Block> before) {
    Hop hop = passage.hop();
    List<Block> way = new ArrayList<>();
    if (!(hop.entry() instanceof Entry.Arrived)) {
      Block title = titles.of(hop.namespace(), Optional.empty());
      // Who answers is where the first packet arrived.
      Block opener =
          hop.entry() instanceof Entry.Opened opened
              ? opener(passage, opened, before)
              : before.orElseThrow();
      titles.above(title, opener);
      way.add(opener);
      way.add(label(place, flow, passage));
      way.addAll(kernel.of(place, hop));
    } else {
      before.ifPresent(way::add);
      wire.service(place, passage).ifPresent(way::add);
      wire.link(passage).ifPresent(way::add);
      int outside = way.size();
      Block title = titles.of(hop.namespace(), way.stream().reduce((block, later) -> later));
      way.add(wire.device(hop));
      way.addAll(kernel.of(place, hop));
      way.add(label(place, flow, passage));
      titles.above(title, way.get(outside + 1));
    }
    if (hop.exit() instanceof Exit.Delivered delivered) {
      way.add(
          sockets.block(
              hop.namespace(), Optional.of(delivered.process()), Optional.of(delivered.socket())));
    }
    for (int i = 1; i < way.size(); i++) {
      canvas.wire(way.get(i - 1), way.get(i), place, words.label(flow, passage, "").link());
    }
    return way.get(way.size() - 1);
  }

  /**
   * Draws where a way ends that does not arrive.
   *
   * @param hop the last hop of the way
   * @param last the block at which that ends
   */
  void end(int place, Way way, Hop hop, Block last) {
    List<Object> key = List.of("end", place, last.number(), way.ending(), way.reason());
    Optional<Link> rule = words.ended(hop);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Line.Tone.HEAD, names.of(way.ending()), rule));
    lines.add(new Line(Line.Tone.PLAIN, way.reason().in(names.words()), rule));
    Block end =
        switch (way.ending()) {
          case LEAVES ->
              canvas.outside(Optional.empty(), key, Block.Kind.LEAVES, place, () -> lines);
          case UNKNOWN ->
              canvas.inside(way.namespace(), key, Block.Kind.UNKNOWN, place, () -> lines);
          default -> canvas.inside(way.namespace(), key, Block.Kind.END, place, () -> lines);
        };
    canvas.wire(last, end, place, rule);
  }

  // An application that opens a connection is where the one before it arrived.
  private Block opener(Passage passage, Entry.Opened opened, Optional<Block> before) {
    Hop hop = passage.hop();
    boolean same =
        opened.accepted().isEmpty()
            && passage
                .before()
                .filter(b -> b.namespace().equals(hop.namespace()))
                .filter(b -> b.exit() instanceof Exit.Delivered)
                .map(b -> Optional.of(((Exit.Delivered) b.exit()).process()))
                .filter(opened.process()::equals)
                .isPresent();
    return same ? before.orElseThrow() : sockets.opener(hop.namespace(), opened);
  }

  // What comes from a process stands behind it, what came from the wire behind what the kernel did
  // with it: on the wire only where nothing of the namespace follows.
  private Block label(int place, Flow flow, Passage passage) {
    Hop hop = passage.hop();
    boolean opened = !(hop.entry() instanceof Entry.Arrived);
    boolean onWire =
        hop.exit() instanceof Exit.Sent
            && passage.after().isPresent()
            && opened == (words.acting(hop).isEmpty() && words.passing(hop).isEmpty());
    List<Object> key = List.of("hop", place, hop.number());
    if (onWire) {
      Optional<String> node = wire.between(hop.namespace(), passage.after().get().namespace());
      return canvas.outside(node, key, Block.Kind.HOP, place, () -> lines(flow, passage));
    }
    return canvas.inside(hop.namespace(), key, Block.Kind.HOP, place, () -> lines(flow, passage));
  }

  private List<Line> lines(Flow flow, Passage passage) {
    Line label = words.label(flow, passage, several);
    List<Line> lines = new ArrayList<>();
    lines.add(label);
    passage.branch().ifPresent(branch -> lines.add(new Line(Line.Tone.SOFT, branch, label.link())));
    return lines;
  }
}
