package io.github.chainbook.asciidoc;

import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.plantuml.PlantUmlRenderer;
import io.github.chainbook.figure.summary.Collapse;
import io.github.chainbook.figure.summary.Summary;
import io.github.chainbook.figure.table.Runs;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;

/** The views of a dump on its page, as {@link Views} shows them in a book. */
final class DumpViews {

  /** The level of a chain's heading, as in a section of a book's chapter. */
  private static final int HEADING = 2;

  private final Book book;
  private final Ids ids;
  private final Ruleset ruleset;
  private final Family family;
  private final Messages words;
  private final Annotations annotations;
  private final Anchors anchors;
  private final StringBuilder html;
  private int figures;

  /**
   * Views of a ruleset.
   *
   * @param figures how many figures the page has already
   * @param html where they go
   */
  DumpViews(
      Book book,
      Ids ids,
      Ruleset ruleset,
      Messages words,
      Annotations annotations,
      int figures,
      StringBuilder html) {
    this.book = book;
    this.ids = ids;
    this.ruleset = ruleset;
    this.family = ruleset.family();
    this.words = words;
    this.annotations = annotations;
    this.anchors = new PageAnchors(book);
    this.figures = figures;
    this.html = html;
  }

  /** How many figures the page has now. */
  int figures() {
    return figures;
  }

  /** Adds the diagram of some chains of a table, with its source. */
  void diagram(Table table, List<Chain> chains) {
    figures++;
    String title = words.text("figure.title.chains", "table", table.name());
    Figure whole = ChainDiagram.of(ids, table, chains, title, words);
    Figure figure = Summary.of(whole, Collapse.AUTO, words);
    String id = ids.ruleset() + "-figure-" + figures;
    open(
        "<div id=\"" + id + "\" class=\"imageblock chainbook-figure\">\n<div class=\"content\">\n");
    html.append(DrawnFigure.of(figure).both(id, FigureWords.of(figure)));
    String caption = words.text("page.figure", "number", String.valueOf(figures), "title", title);
    html.append("</div>\n<div class=\"title\">");
    html.append(AsciiDocText.escape(caption)).append("</div>\n");
    write(FromLines.of(FromLines.parts(ids, ruleset, "/" + table.name())));
    html.append("</div>\n");
    write(SourceLines.of(PlantUmlRenderer.render(figure), words));
    close();
  }

  /** Adds the rule tables of some chains of a table, within limits. */
  void rules(Table table, List<Chain> chains, Limits limits) {
    RuleTableLines tables =
        new RuleTableLines(
            book,
            ids,
            family,
            table,
            words,
            annotations,
            HEADING,
            Runs.DEFAULT_LEAST,
            anchors,
            limits);
    tables.chains(chains);
    List<String> lines =
        new ArrayList<>(TableHeadLines.of(ids, family, table, anchors, new Wording(words)));
    lines.addAll(tables.lines());
    open("");
    write(lines);
    close();
  }

  private void write(List<String> lines) {
    GeneratedHtml.write(book.marks(), lines, html);
  }

  private void open(String first) {
    html.append("<div class=\"openblock chainbook\">\n<div class=\"content\">\n").append(first);
  }

  private void close() {
    html.append("</div>\n</div>\n");
  }
}
