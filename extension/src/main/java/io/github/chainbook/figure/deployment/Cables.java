package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Link.End;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Phrase;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The links of a topology: what flows use of them, and what stands for the rest. */
final class Cables {

  private final Topology topology;
  private final Canvas canvas;
  private final int flows;
  private final Messages words;
  private final Set<End> used = new HashSet<>();

  /**
   * Those of a figure.
   *
   * @param flows how many of the topology's flows it shows
   * @param words the language
   */
  Cables(Topology topology, Canvas canvas, int flows, Messages words) {
    this.words = words;
    this.topology = topology;
    this.canvas = canvas;
    this.flows = flows;
  }

  /**
   * The link by which one interface hears another, which a flow goes over.
   *
   * @return empty if they are on no link; then they hear each other because they are on none
   */
  Optional<Link> use(End from, End to) {
    Optional<Link> link =
        topology.links().stream()
            .filter(l -> l.ends().contains(from) && l.ends().contains(to))
            .findFirst();
    if (link.isPresent()) {
      used.add(from);
      used.add(to);
    }
    return link;
  }

  /**
   * What stands for a link itself. One that only joins two interfaces and has no label is a line.
   */
  Optional<Block> hub(Link link) {
    if (link.label().isBlank() && link.ends().size() == 2) {
      return Optional.empty();
    }
    String label = link.label().isBlank() ? words.text("link.unnamed") : link.label();
    return Optional.of(
        canvas.outside(
            node(link),
            List.of("link", topology.links().indexOf(link)),
            Block.Kind.LINK,
            0,
            () -> List.of(Line.soft(label))));
  }

  /** The node that all its namespaces are on. */
  private Optional<String> node(Link link) {
    Set<Optional<String>> nodes =
        link.ends().stream().map(end -> canvas.nodeOf(end.namespace())).collect(Collectors.toSet());
    return nodes.size() == 1 ? nodes.iterator().next() : Optional.empty();
  }

  /**
   * Draws what no flow uses.
   *
   * @param titles makes the namespaces that no flow comes to
   */
  void rest(Titles titles) {
    for (Link link : topology.links()) {
      String tip = sentence(link);
      List<Block> idle = new ArrayList<>();
      for (End end : link.ends()) {
        if (!used.contains(end)) {
          idle.add(device(end, titles));
        }
      }
      Optional<Block> hub = idle.isEmpty() ? Optional.empty() : hub(link);
      boolean whole = idle.size() == link.ends().size();
      for (int i = 0; i < idle.size(); i++) {
        Block device = idle.get(i);
        if (hub.isEmpty()) {
          idle.subList(0, i).forEach(before -> canvas.cable(before, device, tip));
        } else if (whole && i == 0) {
          canvas.cable(device, hub.get(), tip);
        } else {
          canvas.cable(hub.get(), device, tip);
        }
      }
    }
  }

  /** Says what its lines are, where there are others too. */
  void legend() {
    boolean idle = topology.links().stream().anyMatch(link -> !used.containsAll(link.ends()));
    if (idle && flows > 0) {
      canvas.outside(
          Optional.empty(),
          List.of("legend"),
          Block.Kind.LEGEND,
          0,
          () -> List.of(Line.plain(say("link.legend", words.slots("flows", shown())))));
    }
  }

  // Those that the figure does not show may go there.
  private Said shown() {
    return Said.kind(flows == topology.flows().size() ? "all" : "some");
  }

  private Block device(End end, Titles titles) {
    Block title = titles.of(end.namespace(), Optional.empty());
    Block device = canvas.device(end.namespace(), end.device());
    titles.above(title, device);
    return device;
  }

  /** Says which interfaces are joined, and where no flow comes; a sentence for each link. */
  List<String> sentences() {
    return topology.links().stream().map(this::sentence).toList();
  }

  private String sentence(Link link) {
    Map<String, Said> slots = words.slots("ends", list(link.ends()), "flows", shown());
    if (!link.label().isBlank()) {
      slots.put("link", Said.name(link.label()));
    }
    List<End> idle = link.ends().stream().filter(end -> !used.contains(end)).toList();
    if (flows == 0 || idle.isEmpty()) {
      return say("link.joins", slots);
    }
    if (idle.size() < link.ends().size()) {
      slots.put("idle", list(idle));
    }
    return say("link.joins.idle", slots);
  }

  private Said list(List<End> ends) {
    List<String> all =
        ends.stream()
            .map(e -> words.text("link.end", "namespace", e.namespace(), "device", e.device()))
            .toList();
    return Said.name(new Lists(words).allOf(all));
  }

  private String say(String key, Map<String, Said> slots) {
    return Phrase.text(words.say(key, slots));
  }
}
