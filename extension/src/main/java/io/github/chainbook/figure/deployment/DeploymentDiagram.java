package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.flow.FlowSentence;
import io.github.chainbook.figure.flow.Links;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.figure.flow.Passage;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the figure of a deployment: who is where, and which way flows take between them. */
public final class DeploymentDiagram {

  /** How many flows a figure can show so that each has a look of its own. */
  public static final int MOST_FLOWS = 6;

  private final Topology topology;
  private final Links links;
  private final Canvas canvas;
  private final Cables cables;
  private final HopBlocks hops;
  private final Titles titles;
  private final Names names;
  private final Messages words;

  private DeploymentDiagram(Topology topology, List<FlowWalk> walks, Links links, Messages words) {
    this.topology = topology;
    this.links = links;
    this.names = new Names(topology, words);
    this.words = words;
    this.canvas = new Canvas(topology);
    this.cables = new Cables(topology, canvas, walks.size(), words);
    Sockets sockets = new Sockets(canvas, names, walks);
    this.titles = new Titles(names, canvas, sockets, links);
    this.hops = new HopBlocks(names, canvas, cables, titles, sockets, links, walks.size() > 1);
  }

  /**
   * The figure.
   *
   * @param ids the ids to which its arrows lead
   * @param topology the topology
   * @param walks what came of the flows to show
   * @param exists whether the book has an element of an id, such as the row of a hop or rule; what
   *     it has not is not linked
   * @param words the language
   */
  public static DeploymentFigure of(
      TopologyIds ids,
      Topology topology,
      List<FlowWalk> walks,
      Predicate<String> exists,
      Messages words) {
    DeploymentDiagram diagram =
        new DeploymentDiagram(topology, walks, new Links(ids, exists, words), words);
    for (int i = 0; i < walks.size(); i++) {
      diagram.walk(i + 1, walks.get(i));
    }
    diagram.cables.rest(diagram.titles);
    diagram.titles.rest();
    if (walks.size() > 1) {
      diagram.legend(walks);
    }
    diagram.cables.legend();
    return new DeploymentFigure(
        diagram.title(walks),
        diagram.description(walks),
        diagram.canvas.parts(),
        diagram.canvas.wires());
  }

  private void walk(int place, FlowWalk walk) {
    Map<Integer, Block> last = new HashMap<>();
    for (Passage passage : Passage.of(walk, words)) {
      Optional<Block> before = passage.before().map(hop -> last.get(hop.number()));
      last.put(passage.hop().number(), hops.draw(place, walk.flow(), passage, before));
    }
    for (Way way : walk.ways()) {
      List<Hop> passed = walk.hopsOf(way);
      if (way.ending() != Ending.ARRIVES && !passed.isEmpty()) {
        Hop end = passed.get(passed.size() - 1);
        hops.end(place, way, end, last.get(end.number()));
      }
    }
  }

  private void legend(List<FlowWalk> walks) {
    for (int i = 0; i < walks.size(); i++) {
      Flow flow = walks.get(i).flow();
      String text = flow.number() + " " + flow.label();
      canvas.outside(
          Optional.empty(),
          List.of("legend", i),
          Block.Kind.LEGEND,
          i + 1,
          () -> List.of(new Line(Line.Tone.PLAIN, text, links.flow(flow))));
    }
  }

  private String title(List<FlowWalk> walks) {
    if (walks.isEmpty()) {
      return words.text("deployment.title.no-flow");
    }
    return walks.size() == 1
        ? words.text("deployment.title.one", "flow", walks.get(0).flow().label())
        : words.text("deployment.title", "n", String.valueOf(walks.size()));
  }

  private String description(List<FlowWalk> walks) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Inventory.of(topology, words));
    sentences.addAll(cables.sentences());
    for (FlowWalk walk : walks) {
      String said = FlowSentence.of(names, walk);
      String number = String.valueOf(walk.flow().number());
      sentences.add(
          walks.size() > 1
              ? words.text("deployment.flow", "flow", number, "sentences", said)
              : said);
    }
    return new Lists(words).joined("join.sentences", sentences);
  }
}
