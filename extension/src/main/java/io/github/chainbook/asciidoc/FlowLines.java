package io.github.chainbook.asciidoc;

import io.github.chainbook.figure.TopologyIds;
import io.github.chainbook.figure.flow.FlowSentence;
import io.github.chainbook.figure.flow.Names;
import io.github.chainbook.figure.flow.Passage;
import io.github.chainbook.netfilter.language.PacketText;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Hop;
import io.github.chainbook.topology.flow.Way;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a flow as AsciiDoc: a table with a row for each step, and below it the ways of the packets
 * through the rules, which a page moves into the rows.
 */
final class FlowLines {

  private final Book book;
  private final Topology topology;
  private final Anchors anchors;
  private final TopologyIds ids;
  private final Wording wording;
  private final Names names;

  FlowLines(Book book, Topology topology, Anchors anchors, TopologyIds ids, Wording wording) {
    this.book = book;
    this.topology = topology;
    this.anchors = anchors;
    this.ids = ids;
    this.wording = wording;
    this.names = new Names(topology, wording.messages());
  }

  /** The lines of a flow. */
  List<String> of(FlowWalk walk) {
    int flow = walk.flow().number();
    List<String> lines = new ArrayList<>();
    if (anchors.claim(ids.flow(flow))) {
      lines.add("[[" + ids.flow(flow) + "]]");
    }
    lines.add("." + title(walk));
    lines.add(
        "[.chainbook-trace.chainbook-flow,separator=|,options=\"header\",cols=\"<2,<7,<16,<11,<10\"]");
    lines.add("|===");
    lines.add(
        Stream.of("number", "namespace", "happens", "packet", "decided-by")
            .map(column -> "| " + wording.plain("column." + column))
            .collect(Collectors.joining(" ")));
    Passage.of(walk, wording.messages()).forEach(passage -> row(walk, passage, lines));
    lines.add("|===");
    lines.add("");
    for (Hop hop : walk.hops()) {
      WalkLines walks = new WalkLines(links(hop), false, wording);
      lines.add(
          "."
              + wording.inline(
                  "flow.way", "step", hop.number(), "summary", walks.summary(hop.trace())));
      lines.add("[.chainbook-walk%collapsible]");
      lines.add("====");
      lines.addAll(walks.of(hop.packet(), hop.trace()));
      lines.add("====");
      lines.add("");
    }
    lines.addAll(ends(walk));
    return lines;
  }

  private String title(FlowWalk walk) {
    return wording.plain("flow.title", "flow", walk.flow().number(), "label", walk.flow().label());
  }

  private void row(FlowWalk walk, Passage passage, List<String> lines) {
    Hop hop = passage.hop();
    String id = ids.hop(walk.flow().number(), hop.number());
    String name = wording.plain("flow.step", "step", hop.number());
    String anchor = anchors.claim(id) ? anchors.anchor(id, name) : "";
    Namespace namespace = topology.namespaces().get(hop.namespace());
    lines.add("");
    lines.add("| " + anchor + anchors.link(id, String.valueOf(hop.number())));
    lines.add("| " + AsciiDocText.escape(namespace.label()));
    lines.add("| " + AsciiDocText.escape(words(walk, passage)));
    lines.add("| ``" + AsciiDocText.escape(PacketText.ends(hop.packet())) + "``");
    lines.add("| " + decidedBy(hop));
  }

  private String words(FlowWalk walk, Passage passage) {
    Messages messages = wording.messages();
    String said = messages.text("flow.step-sentence", "clauses", FlowSentence.of(names, passage));
    String step =
        passage
            .branch()
            .map(branch -> messages.text("flow.branch", "branch", branch, "sentence", said))
            .orElse(said);
    Optional<String> end =
        walk.ways().stream()
            .filter(way -> way.hops().get(way.hops().size() - 1) == passage.hop().number())
            .filter(way -> way.ending() != Flow.Ending.ARRIVES)
            .map(way -> end(way, "flow.ends-here"))
            .findFirst();
    return end.map(e -> new Lists(messages).joined("join.sentences", List.of(step, e)))
        .orElse(step);
  }

  private String decidedBy(Hop hop) {
    if (hop.trace().steps().isEmpty()) {
      return wording.plain("flow.no-rule");
    }
    StepLinks links = links(hop);
    return Outcome.of(hop.trace()).deciding().stream()
        .map(links::step)
        .collect(Collectors.joining(", "));
  }

  private StepLinks links(Hop hop) {
    List<Book.Entry> entries =
        topology.namespaces().get(hop.namespace()).rules().stream()
            .flatMap(rules -> rules.id().stream())
            .flatMap(id -> book.ruleset(id).stream())
            .toList();
    return new StepLinks(entries, anchors, wording);
  }

  /** How the flow ends; where it may go several ways, each of them. */
  private List<String> ends(FlowWalk walk) {
    List<String> lines = new ArrayList<>();
    boolean several = walk.ways().size() > 1;
    if (several) {
      lines.add(wording.plain("flow.several", "n", walk.ways().size()));
      lines.add("");
    }
    for (Way way : walk.ways()) {
      String text = AsciiDocText.escape(end(way, "flow.ended"));
      if (several) {
        lines.add("* " + way(way, text));
      } else {
        lines.add("[.chainbook-flow-end]");
        lines.add(wording.inline("flow.end", "end", text));
      }
    }
    lines.add("");
    return lines;
  }

  private String end(Way way, String key) {
    Messages messages = wording.messages();
    String reason = way.reason().in(messages);
    return messages.text(key, "ending", names.of(way.ending()), "reason", reason);
  }

  private static String numbers(Way way) {
    return way.hops().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String way(Way way, String end) {
    Map<String, Said> slots = wording.messages().slots("steps", numbers(way), "end", end);
    way.share()
        .ifPresent(
            share ->
                slots.put(
                    "share",
                    Said.key(
                        "given", AsciiDocText.escape(Shares.words(share, wording.messages())))));
    way.conditions().stream()
        .map(condition -> Wording.code(condition.in(wording.messages())))
        .reduce((a, b) -> wording.inline("join.conditions", "a", a, "b", b))
        .ifPresent(all -> slots.put("conditions", Said.key("given", all)));
    return wording.inline("flow.ways", slots);
  }
}
