package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.profile.Note;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.table.ChainHead;
import io.github.chainbook.figure.table.Hits;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.Jump;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes what stands between a chain's heading and its rules. */
final class ChainHeadLines {

  /** More links than these are folded away. */
  private static final int MOST_LINKS = 8;

  private final Ids ids;
  private final Table table;
  private final Anchors anchors;
  private final Wording wording;
  private final Limits limits;

  /** Whether any counter of the table is not zero; else the dump has none worth showing. */
  private final boolean counts;

  /** Heads for the chains of one table. */
  ChainHeadLines(Ids ids, Table table, Anchors anchors, Limits limits, Wording wording) {
    this.ids = ids;
    this.table = table;
    this.anchors = anchors;
    this.limits = limits;
    this.wording = wording;
    this.counts =
        table.chains().stream()
            .flatMap(chain -> Stream.concat(chain.counters().stream(), counters(chain)))
            .anyMatch(counters -> !counters.isZero());
  }

  private static Stream<Counters> counters(Chain chain) {
    return chain.rules().stream().flatMap(rule -> rule.counters().stream());
  }

  /** The head of a chain, with what profiles and the author say of it. */
  List<String> lines(Chain chain, List<Note> notes, List<AuthorNotes.Note> ofAuthor) {
    List<String> pills = new ArrayList<>();
    List<String> folded = new ArrayList<>();
    pills.add(pill(kind(chain), "table", AsciiDocText.escape(table.name())));
    if (chain.builtIn()) {
      pills.add(
          chain
              .policy()
              .map(policy -> pill("chain.policy", "policy", AsciiDocText.escape(policy)))
              .orElseGet(() -> pill("chain.policy")));
      chain
          .counters()
          .filter(counters -> counts)
          .ifPresent(
              met ->
                  pills.add(
                      pill(
                          "chain.policy-met",
                          "packets",
                          wording.counted(met.packets(), "packet"))));
    }
    ChainHead head = ChainHead.of(table, chain);
    list("chain.jumped-from", "rule", callers(head.jumps()), pills, folded);
    list("chain.goto-from", "rule", callers(head.gotos()), pills, folded);
    if (!chain.builtIn() && head.isAlone()) {
      pills.add(pill("chain.nothing-jumps"));
    }
    list("chain.leads-to", "chain", chains(head.leadsTo()), pills, folded);
    Hits.entered(table, chain)
        .filter(packets -> counts)
        .ifPresent(
            packets ->
                pills.add(pill("chain.came-in", "packets", wording.counted(packets, "packet"))));
    if (chain.rules().isEmpty()) {
      pills.add(pill("chain.no-rules"));
    }
    List<String> lines = new ArrayList<>();
    lines.add("[.chainbook-meta]");
    // The dot parts them where no theme draws them as pills.
    lines.add(String.join(" [.cb-sep]##·## ", pills));
    lines.add("");
    lines.addAll(folded);
    for (Note note : notes) {
      lines.add("[.chainbook-about]");
      lines.add(RuleWords.note(note));
      lines.add("");
    }
    lines.addAll(NoteLines.of(ofAuthor, wording));
    return lines;
  }

  private List<String> callers(List<Jump> jumps) {
    return jumps.stream()
        .map(
            jump ->
                anchors.link(
                    ids.rule(table.name(), jump.from().name(), jump.rule().number()),
                    AsciiDocText.escape(jump.from().name() + " " + jump.rule().number())))
        .toList();
  }

  private List<String> chains(List<String> names) {
    return names.stream()
        .map(name -> anchors.link(ids.chain(table.name(), name), AsciiDocText.escape(name)))
        .toList();
  }

  // A few links stand in a pill; many would bury the rules, so they open on demand.
  private void list(
      String key, String unit, List<String> links, List<String> pills, List<String> folded) {
    if (links.size() > MOST_LINKS) {
      folded.add("." + wording.inline(key, "places", wording.counted(links.size(), unit)));
      folded.add("[.chainbook-links%collapsible]");
      folded.add("====");
      int shown = limits.links(links.size());
      int more = links.size() - shown;
      String list = joined(links.subList(0, shown));
      folded.add(
          more > 0
              ? wording.inline(
                  "list.with-more", "list", list, "more", wording.counted(more, "more-" + unit))
              : list);
      folded.add("====");
      folded.add("");
    } else if (!links.isEmpty()) {
      pills.add(RuleWords.span("cb-pill", wording.inline(key, "places", joined(links))));
    }
  }

  private String joined(List<String> links) {
    return links.stream().reduce((a, b) -> wording.inline("join.links", "a", a, "b", b)).orElse("");
  }

  private static String kind(Chain chain) {
    return chain.origin() == Chain.Origin.UNDECLARED
        ? "chain.undeclared"
        : chain.builtIn() ? "chain.built-in" : "chain.user";
  }

  private String pill(String key, Object... slots) {
    return RuleWords.span("cb-pill", wording.inline(key, slots));
  }
}
