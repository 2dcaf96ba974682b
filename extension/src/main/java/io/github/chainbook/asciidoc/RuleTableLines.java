package io.github.chainbook.asciidoc;

import static io.github.chainbook.asciidoc.RuleWords.span;

import io.github.chainbook.explain.Explainer;
import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.table.ChainFamilies;
import io.github.chainbook.figure.table.ChainFamily;
import io.github.chainbook.figure.table.Hits;
import io.github.chainbook.figure.table.Runs;
import io.github.chainbook.figure.table.Stretch;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Counters;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes the annotated rule table of a chain as AsciiDoc: its head, and a row for each rule. */
final class RuleTableLines {

  /**
   * Parts the cells. No text of a dump holds it, since {@link AsciiDocText} shows what is for
   * private use otherwise, and no author's note needs it, as it would {@code |}.
   */
  static final String CELL = "\uE000";

  /** Longer than the line that ends a table in an author's note. */
  static final String FENCE = "|=======================";

  private final Book book;
  private final Ids ids;
  private final Table table;
  private final Explainer explainer;
  private final Annotations annotations;
  private final int headingLevel;
  private final int leastRun;
  private final Anchors anchors;
  private final Limits limits;
  private final RuleWords words;
  private final Wording wording;
  private final ChainHeadLines heads;
  private final FamilyTables families;
  private final List<String> lines = new ArrayList<>();
  private final List<AuthorNotes.Note> notes = new ArrayList<>();

  /**
   * A writer for the chains of one table.
   *
   * @param ids the ids of the ruleset's parts
   * @param family IPv4 or IPv6
   * @param messages the words of the language
   * @param annotations what profiles say
   * @param headingLevel the level of a chain's heading, 1 to 5
   * @param leastRun how many rules that are alike are folded into one row, and how many chains into
   *     one section
   * @param anchors where ids get their place
   * @param limits how much is shown
   */
  RuleTableLines(
      Book book,
      Ids ids,
      Family family,
      Table table,
      Messages messages,
      Annotations annotations,
      int headingLevel,
      int leastRun,
      Anchors anchors,
      Limits limits) {
    this.book = book;
    this.ids = ids;
    this.table = table;
    this.wording = new Wording(messages);
    this.explainer = new Explainer(family, table, messages);
    this.annotations = annotations;
    this.headingLevel = headingLevel;
    this.leastRun = leastRun;
    this.anchors = anchors;
    this.limits = limits;
    this.words = new RuleWords(ids, table.name(), anchors, wording);
    this.heads = new ChainHeadLines(ids, table, anchors, limits, wording);
    this.families = new FamilyTables(this, ids, table, explainer, anchors, limits, wording);
  }

  List<String> lines() {
    return lines;
  }

  /** The author's notes in these lines, in order. */
  List<AuthorNotes.Note> notes() {
    return notes;
  }

  private List<AuthorNotes.Note> notesOn(String id) {
    List<AuthorNotes.Note> found = book.authorNotes().show(id);
    notes.addAll(found);
    return found;
  }

  /** Writes chains; those that are alike together. */
  void chains(List<Chain> chains) {
    List<ChainFamily> parts = new ChainFamilies(leastRun, this::hasNotes).of(chains);
    int shown = 0;
    while (shown < parts.size() && !limits.spent()) {
      ChainFamily family = parts.get(shown);
      if (family.isFamily()) {
        families.write(family, headingLevel);
      } else {
        chain(family.chains().get(0), Optional.empty());
      }
      shown++;
    }
    if (shown < parts.size()) {
      List<ChainFamily> rest = parts.subList(shown, parts.size());
      lines.addAll(
          new LeftOut(wording).chains(rest.stream().flatMap(f -> f.chains().stream()).toList()));
    }
  }

  private boolean hasNotes(Chain chain) {
    return book.authorNotes().isOn(ids.chain(table.name(), chain.name()))
        || chain.rules().stream().anyMatch(rule -> hasNotes(chain, rule));
  }

  private boolean hasNotes(Chain chain, Rule rule) {
    return book.authorNotes().isOn(ids.rule(table.name(), chain.name(), rule.number()));
  }

  /** Writes the heading of a chain. */
  void heading(String escaped, int level) {
    lines.add("[discrete.chainbook-chain]");
    lines.add("=".repeat(Math.min(level, 5) + 1) + " ``" + escaped + "``");
    lines.add("");
  }

  /** Writes a chain. */
  void chain(Chain chain, Optional<String> title) {
    chain(chain, title, headingLevel);
  }

  /** Writes a chain below a heading of some level. */
  void chain(Chain chain, Optional<String> title, int level) {
    String id = ids.chain(table.name(), chain.name());
    if (anchors.claim(id)) {
      lines.add("[[" + id + "," + AsciiDocText.escape(chain.name()) + "]]");
    }
    heading(AsciiDocText.escape(chain.name()), level);
    limits.chain();
    // Where there is no table for it, the title stands here.
    title.filter(text -> chain.rules().isEmpty()).ifPresent(text -> lines.add("." + text));
    lines.addAll(heads.lines(chain, annotations.chain(table, chain), notesOn(id)));
    Optional<Hits> hits = Hits.of(table, chain);
    Optional<String> caption = title;
    boolean continued = false;
    // What the author has something to say about is not to be folded away.
    Runs runs = new Runs(leastRun, rule -> hasNotes(chain, rule));
    for (Stretch stretch : runs.of(chain.rules())) {
      if (limits.spent()) {
        List<Rule> all = chain.rules();
        List<Rule> rest = all.subList(stretch.first() - 1, all.size());
        rows(chain, new Stretch(rest, List.of()), hits, caption, more(continued));
        break;
      }
      stretch(chain, stretch, hits, caption, continued);
      caption = Optional.empty();
      continued = true;
    }
  }

  private void stretch(
      Chain chain,
      Stretch stretch,
      Optional<Hits> hits,
      Optional<String> title,
      boolean continued) {
    if (stretch.isRun()) {
      String example = explainer.explain(chain, stretch.rules().get(0)).text();
      lines.add("." + new RunLines(wording).summary(stretch, example, hits.isPresent()));
      lines.add("[.chainbook-run" + more(continued) + "%collapsible]");
      lines.add("====");
      rows(chain, stretch, hits, title, "");
      lines.add("====");
      lines.add("");
    } else {
      rows(chain, stretch, hits, title, more(continued));
    }
  }

  private static String more(boolean continued) {
    return continued ? ".cb-continued" : "";
  }

  private void rows(
      Chain chain, Stretch stretch, Optional<Hits> hits, Optional<String> title, String more) {
    title.ifPresent(text -> lines.add("." + text));
    tableHead(hits, more);
    List<Rule> rules = stretch.rules();
    int shown = limits.rules(rules, stretch.isRun());
    for (Rule rule : rules.subList(0, shown)) {
      lines.add("");
      row(chain, rule, hits);
    }
    if (shown < rules.size()) {
      List<String> cells = new LeftOut(wording).rules(rules.subList(shown, rules.size()));
      lines.add("");
      cells.forEach(cell -> lines.add(CELL + " " + cell));
      hits.ifPresent(met -> lines.add(CELL));
    }
    lines.add(FENCE);
    lines.add("");
  }

  /** Begins a table. */
  void tableHead(Optional<Hits> hits, String more) {
    lines.add(
        "[.chainbook-rules"
            + more
            + ",separator="
            + CELL
            + ",options=\"header\",cols=\""
            + (hits.isPresent() ? "<2,<18,<18,>6" : "<2,<20,<22")
            + "\"]");
    lines.add(FENCE);
    lines.add(
        head("column.number")
            + head("column.rule")
            + head("column.meaning")
            + hits.map(met -> head("column.met") + shareOf(met)).orElse(""));
  }

  private String head(String key) {
    return CELL + " " + wording.plain(key) + " ";
  }

  private String shareOf(Hits hits) {
    if (hits.whole().signum() == 0) {
      return "";
    }
    String of =
        hits.cameIn()
            ? wording.inline("met.came-in", "packets", wording.counted(hits.whole(), "packet"))
            : wording.plain("met.most");
    // Cards of a phone have no head: a page tells them what stands emphasized here.
    return span("cb-of", wording.inline("met.head", "of", "__" + of + "__"));
  }

  private void row(Chain chain, Rule rule, Optional<Hits> hits) {
    String id = ids.rule(table.name(), chain.name(), rule.number());
    String name = wording.plain("rule.name", "chain", chain.name(), "rule", rule.number());
    String anchor = anchors.claim(id) ? anchors.anchor(id, name) : "";
    book.addRawRule(id, RuleText.line(chain, rule));
    lines.add(CELL + " " + anchor + anchors.link(id, String.valueOf(rule.number())));
    lines.add(CELL + " " + words.rule(rule));
    meaning(chain, rule, notesOn(id));
    hits.ifPresent(met -> lines.add(CELL + " " + rule.counters().map(c -> met(c, met)).orElse("")));
  }

  // Notes of the author's may be any blocks, which only a cell of style a can hold.
  private void meaning(Chain chain, Rule rule, List<AuthorNotes.Note> ofAuthor) {
    String sentence = words.sentence(explainer.explain(chain, rule).phrases());
    lines.add((ofAuthor.isEmpty() ? "" : "a") + CELL + " " + sentence);
    annotations
        .rule(table, chain, rule)
        .forEach(
            note -> {
              lines.add("");
              lines.add(RuleWords.note(note));
            });
    NoteLines.of(ofAuthor, wording).stream()
        .map(line -> line.replace(CELL, "\\" + CELL))
        .forEach(lines::add);
  }

  private String met(Counters counters, Hits hits) {
    if (counters.isZero()) {
      return span("cb-never", wording.plain("met.never"));
    }
    OptionalInt percent = hits.percent(counters.packets());
    String share =
        percent.isEmpty()
            ? ""
            : " +\n" + span("cb-share", wording.plain("met.share", "percent", percent.getAsInt()));
    return span("cb-hits", wording.counted(counters.packets(), "packet"))
        + share
        + " +\n"
        + span("cb-bytes", wording.counted(counters.bytes(), "byte"));
  }
}
