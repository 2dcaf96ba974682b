package io.github.chainbook.asciidoc;

import static io.github.chainbook.asciidoc.RuleWords.counted;

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

  /** Whether any counter of the table is not zero; else the dump has none worth showing. */
  private final boolean counts;

  /** Heads for the chains of one table. */
  ChainHeadLines(Ids ids, Table table, Anchors anchors) {
    this.ids = ids;
    this.table = table;
    this.anchors = anchors;
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
    pills.add(pill(kind(chain)));
    if (chain.builtIn()) {
      pills.add(pill("policy " + chain.policy().orElse("not stated in the dump")));
      chain
          .counters()
          .filter(counters -> counts)
          .ifPresent(met -> pills.add(pill("policy met " + counted(met.packets(), "packet"))));
    }
    ChainHead head = ChainHead.of(table, chain);
    list("jumped to from ", "rule", callers(head.jumps()), pills, folded);
    list("goto from ", "rule", callers(head.gotos()), pills, folded);
    if (!chain.builtIn() && head.isAlone()) {
      pills.add(pill("nothing jumps here"));
    }
    list("leads to ", "chain", chains(head.leadsTo()), pills, folded);
    Hits.entered(table, chain)
        .filter(packets -> counts)
        .ifPresent(packets -> pills.add(pill(counted(packets, "packet") + " came in")));
    if (chain.rules().isEmpty()) {
      pills.add(pill("no rules"));
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
    lines.addAll(NoteLines.of(ofAuthor));
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
  private static void list(
      String words, String unit, List<String> links, List<String> pills, List<String> folded) {
    if (links.size() > MOST_LINKS) {
      folded.add("." + AsciiDocText.escape(words + counted(links.size(), unit)));
      folded.add("[.chainbook-links%collapsible]");
      folded.add("====");
      folded.add(String.join(", ", links));
      folded.add("====");
      folded.add("");
    } else if (!links.isEmpty()) {
      pills.add(RuleWords.span("cb-pill", words + String.join(", ", links)));
    }
  }

  private String kind(Chain chain) {
    if (chain.origin() == Chain.Origin.UNDECLARED) {
      return "not declared in the dump";
    }
    return (chain.builtIn() ? "built-in chain of table " : "user chain of table ") + table.name();
  }

  private static String pill(String text) {
    return RuleWords.span("cb-pill", AsciiDocText.escape(text));
  }
}
