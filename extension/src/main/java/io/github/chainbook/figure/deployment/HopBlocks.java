package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.flow.Effect;
import io.github.chainbook.figure.flow.FlowSentence;
import io.github.chainbook.figure.flow.HopLabel;
import io.github.chainbook.figure.flow.Links;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.figure.flow.Passage;
import io.github.chainbook.figure.flow.StepWords;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws one hop after the other. */
final class HopBlocks {

  private final Names names;
  private final Canvas canvas;
  private final Titles titles;
  private final Sockets sockets;
  private final Links links;
  private final boolean several;

  HopBlocks(
      Topology topology,
      Canvas canvas,
      Titles titles,
      Sockets sockets,
      Links links,
      boolean several) {
    this.names = new Names(topology);
    this.canvas = canvas;
    this.titles = titles;
    this.sockets = sockets;
    this.links = links;
    this.several = several;
  }

  /**
   * Draws a hop.
   *
   * @param place the place of its flow in the figure, from 1
   * @param before the block at which the hop before it ended
   * @return the block at which it ends
   */
  Block draw(int place, Flow flow, Passage passage, Optional<Block> before) {
    Hop hop = passage.hop();
    Map<Hook, List<TraceStep>> effects = Effect.of(hop.trace());
    boolean fresh = !canvas.has(hop.namespace());
    Chain chain = new Chain(place, hop, fresh);
    if (hop.entry() instanceof Entry.Opened opened) {
      chain.begin(opener(hop, opened, passage.before(), before));
      boolean straightOut = effects.isEmpty() && hop.exit() instanceof Exit.Sent;
      chain.add(pill(place, flow, passage, !effects.isEmpty(), straightOut));
      effects.forEach((hook, steps) -> chain.add(netfilter(hop, hook, steps)));
    } else {
      before.ifPresent(chain::begin);
      service(place, passage).ifPresent(chain::add);
      chain.enter();
      effects.forEach((hook, steps) -> chain.add(netfilter(hop, hook, steps)));
      boolean straightOut = !effects.isEmpty() && hop.exit() instanceof Exit.Sent;
      chain.add(pill(place, flow, passage, !effects.isEmpty(), straightOut));
    }
    if (hop.exit() instanceof Exit.Delivered delivered) {
      chain.add(
          sockets.block(
              hop.namespace(), Optional.of(delivered.process()), Optional.of(delivered.socket())));
    }
    return chain.last;
  }

  /** Draws where a way ends that does not arrive. */
  void end(int place, Way way, Block last) {
    List<Object> key = List.of("end", place, last.number(), way.ending(), way.reason());
    List<Line> lines = new ArrayList<>();
    lines.add(Line.head(way.ending().word()));
    if (!way.reason().isEmpty()) {
      lines.add(Line.plain(way.reason()));
    }
    Block end =
        way.ending() == Ending.LEAVES
            ? canvas.outside(Optional.empty(), key, Block.Kind.END, place, () -> lines)
            : canvas.inside(way.namespace(), key, Block.Kind.END, place, () -> lines);
    canvas.wire(last, end, place);
  }

  // An application that opens a connection is where the one before it arrived.
  private Block opener(
      Hop hop, Entry.Opened opened, Optional<Hop> before, Optional<Block> lastBlock) {
    boolean same =
        opened.accepted().isEmpty()
            && before
                .filter(b -> b.namespace().equals(hop.namespace()))
                .filter(b -> b.exit() instanceof Exit.Delivered)
                .map(b -> Optional.of(((Exit.Delivered) b.exit()).process()))
                .filter(opened.process()::equals)
                .isPresent();
    titles.of(hop.namespace());
    return same
        ? lastBlock.orElseThrow()
        : sockets.block(hop.namespace(), opened.process(), opened.accepted());
  }

  private Block pill(int place, Flow flow, Passage passage, boolean changed, boolean straightOut) {
    Hop hop = passage.hop();
    List<Object> key = List.of("hop", place, hop.number());
    if (straightOut && passage.after().isPresent()) {
      Optional<String> node = between(hop.namespace(), passage.after().get().namespace());
      return canvas.outside(node, key, Block.Kind.HOP, place, () -> lines(flow, passage, changed));
    }
    return canvas.inside(
        hop.namespace(), key, Block.Kind.HOP, place, () -> lines(flow, passage, changed));
  }

  private List<Line> lines(Flow flow, Passage passage, boolean changed) {
    Hop hop = passage.hop();
    String number = (several ? flow.number() + "." : "") + hop.number();
    Optional<Link> link = links.hop(flow.number(), hop, FlowSentence.of(names, passage));
    List<Line> lines = new ArrayList<>();
    String label = HopLabel.of(names, hop, changed);
    lines.add(new Line(Line.Tone.PLAIN, number + " " + label, link));
    passage.branch().ifPresent(branch -> lines.add(new Line(Line.Tone.SOFT, branch, link)));
    if (!changed) {
      for (TraceStep step : Effect.passing(hop.trace())) {
        String text = StepWords.rule(step) + " " + StepWords.action(step);
        lines.add(new Line(Line.Tone.SOFT, text, stepLink(hop, step)));
      }
    }
    return lines;
  }

  private Block netfilter(Hop hop, Hook hook, List<TraceStep> steps) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.head("netfilter " + hook));
    for (TraceStep step : steps) {
      lines.add(Line.plain(StepWords.action(step)));
      lines.add(new Line(Line.Tone.PLAIN, StepWords.rule(step), stepLink(hop, step)));
    }
    List<Object> key = List.of("netfilter", hop.namespace(), hook, lines);
    return canvas.inside(hop.namespace(), key, Block.Kind.NETFILTER, 0, () -> lines);
  }

  private Optional<Link> stepLink(Hop hop, TraceStep step) {
    return Optional.ofNullable(names.topology().namespaces().get(hop.namespace()))
        .flatMap(namespace -> links.step(namespace, hop, step));
  }

  private Optional<Block> service(int place, Passage passage) {
    Hop hop = passage.hop();
    Optional<String> name = ((Entry.Arrived) hop.entry()).service();
    return name.map(
        service -> {
          String from = passage.before().map(b -> b.packet().destination() + " ").orElse("");
          List<Line> lines =
              List.of(
                  Line.plain("service " + service),
                  Line.soft(from + "→ " + hop.packet().destination()));
          Optional<String> node =
              passage.before().flatMap(b -> between(b.namespace(), hop.namespace()));
          List<Object> key = List.of("service", place, hop.number());
          return canvas.outside(node, key, Block.Kind.SERVICE, 0, () -> lines);
        });
  }

  private Optional<String> between(String one, String other) {
    return canvas.nodeOf(one).filter(node -> canvas.nodeOf(other).equals(Optional.of(node)));
  }

  /** Wires blocks, one behind the other. */
  private final class Chain {
    private final int place;
    private final Hop hop;
    private final boolean fresh;
    private Block last;
    private boolean entering;

    Chain(int place, Hop hop, boolean fresh) {
      this.place = place;
      this.hop = hop;
      this.fresh = fresh;
    }

    void begin(Block first) {
      last = first;
      if (fresh && hop.entry() instanceof Entry.Opened) {
        canvas.order(titles.of(hop.namespace()).number(), first.number());
      }
    }

    // The title stands below what comes from outside and above what is inside: so no arrow
    // crosses it.
    void enter() {
      Block title = titles.of(hop.namespace());
      if (fresh && last != null) {
        canvas.order(last.number(), title.number());
      }
      entering = fresh;
    }

    void add(Block next) {
      if (entering) {
        canvas.order(titles.of(hop.namespace()).number(), next.number());
        entering = false;
      }
      if (last != null) {
        canvas.wire(last, next, place);
      }
      last = next;
    }
  }
}
