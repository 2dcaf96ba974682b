package io.github.chainbook.figure.sequence;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.flow.FlowSentence;
import io.github.chainbook.figure.flow.HopLines;
import io.github.chainbook.figure.flow.Links;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.figure.flow.Passage;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the sequence of a flow: what processes and kernels do with it, one after the other. */
public final class FlowSequence {

  /** A packet that has left a lane and is not yet anywhere. */
  private record Underway(int lane, List<Line> lines) {}

  private final FlowWalk walk;
  private final Names names;
  private final HopLines words;
  private final Lanes lanes;
  private final List<Event> events = new ArrayList<>();
  private final Map<Integer, Underway> left = new HashMap<>();

  private FlowSequence(Names names, FlowWalk walk, Links links) {
    this.walk = walk;
    this.names = names;
    this.words = new HopLines(names, links);
    this.lanes = new Lanes(names);
  }

  /**
   * The figure.
   *
   * @param ids the ids to which its arrows lead
   * @param topology the topology
   * @param walk what came of the flow
   * @param exists whether the book has an element of an id, such as the row of a hop or rule; what
   *     it has not is not linked
   * @param words the language
   */
  public static SequenceFigure of(
      TopologyIds ids, Topology topology, FlowWalk walk, Predicate<String> exists, Messages words) {
    Names names = new Names(topology, words);
    FlowSequence sequence = new FlowSequence(names, walk, new Links(ids, exists, words));
    for (Passage passage : Passage.of(walk, words)) {
      passage.branch().ifPresent(branch -> sequence.branch(passage, branch));
      sequence.hop(passage);
      sequence.endsAt(passage.hop());
    }
    return new SequenceFigure(
        words.text("sequence.title", "flow", walk.flow().label()),
        FlowSentence.of(names, walk),
        sequence.lanes.frames(),
        sequence.events);
  }

  private void branch(Passage passage, String branch) {
    String step = String.valueOf(passage.hop().number());
    events.add(
        new Event.Branch(names.words().text("sequence.branch", "step", step, "branch", branch)));
  }

  private void hop(Passage passage) {
    Hop hop = passage.hop();
    List<List<Line>> acting = words.acting(hop);
    Underway now;
    if (!(hop.entry() instanceof Entry.Arrived)) {
      int opener = lanes.process(hop.namespace(), sender(hop.entry()));
      List<Line> lines = new ArrayList<>();
      lines.add(words.label(walk.flow(), passage, false));
      lines.addAll(words.passing(hop));
      now = new Underway(opener, lines);
      if (!acting.isEmpty()) {
        now = arrive(now, passage, lanes.kernel(hop.namespace()));
      }
    } else {
      now = arrived(passage, !acting.isEmpty());
    }
    int lane = now.lane();
    acting.forEach(lines -> events.add(new Event.Action(lane, lines)));
    if (hop.exit() instanceof Exit.Delivered delivered) {
      int process = lanes.process(hop.namespace(), Optional.of(delivered.process()));
      now = arrive(now, passage, process);
    }
    left.put(hop.number(), now);
  }

  private static Optional<Process> sender(Entry entry) {
    return entry instanceof Entry.Opened opened
        ? opened.process()
        : Optional.of(((Entry.Answered) entry).process());
  }

  // Where the kernel does nothing worth a lane, the packet goes on to the process.
  private Underway arrived(Passage passage, boolean acts) {
    Hop hop = passage.hop();
    Underway sent = passage.before().map(b -> left.get(b.number())).orElseThrow();
    List<Line> lines = new ArrayList<>(sent.lines());
    ((Entry.Arrived) hop.entry())
        .service()
        .ifPresent(name -> lines.add(Line.soft("→ " + hop.packet().destination())));
    boolean direct = !acts && hop.exit() instanceof Exit.Delivered;
    List<Line> own = new ArrayList<>(List.of(words.label(walk.flow(), passage, false)));
    own.addAll(words.passing(hop));
    if (direct) {
      lines.addAll(own);
      return new Underway(sent.lane(), lines);
    }
    int kernel = lanes.kernel(hop.namespace());
    events.add(new Event.Message(sent.lane(), kernel, lines));
    return new Underway(kernel, own);
  }

  private Underway arrive(Underway packet, Passage passage, int lane) {
    events.add(new Event.Message(packet.lane(), lane, packet.lines()));
    Hop hop = passage.hop();
    String on =
        hop.exit() instanceof Exit.Delivered delivered
            ? hop.number() + " :" + delivered.socket().port()
            : names.words().text("hop.goes-on", "number", String.valueOf(hop.number()));
    return new Underway(lane, List.of(words.label(walk.flow(), passage, on)));
  }

  private void endsAt(Hop hop) {
    for (Way way : walk.ways()) {
      boolean here =
          way.ending() != Ending.ARRIVES
              && !way.hops().isEmpty()
              && way.hops().get(way.hops().size() - 1) == hop.number();
      if (here) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.head(names.of(way.ending())));
        lines.add(Line.plain(way.reason().in(names.words())));
        boolean leaves = way.ending() == Ending.LEAVES;
        Underway last = left.get(hop.number());
        events.add(new Event.End(last.lane(), leaves, last.lines(), lines));
      }
    }
  }
}
