package io.github.chainbook.asciidoc;

import io.github.chainbook.asciidoc.Book.Entry;
import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.figure.table.Runs;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Processor;

/** Adds the views of a ruleset to a block, written as AsciiDoc. */
final class Views {

  private final Processor processor;
  private final Book book;
  private final Entry entry;
  private final StructuralNode container;
  private final Messages words;
  private final Wording wording;
  private final Anchors anchors;
  private final FigureBlocks figures;
  private final ViewAttributes attributes;
  private final FigureViews drawn;
  private final Place place;

  /**
   * Views in a block.
   *
   * @param place where the author asks for them
   * @param attributes how
   * @param look how diagrams are drawn
   */
  Views(
      Processor processor,
      Entry entry,
      StructuralNode container,
      Place place,
      ViewAttributes attributes,
      DiagramAttributes look) {
    this.attributes = attributes;
    this.words = attributes.words();
    this.wording = new Wording(words);
    this.place = place;
    this.processor = processor;
    this.book = Book.of(container);
    this.entry = entry;
    this.container = container;
    this.anchors = new BlockAnchors(processor, container, place);
    this.figures = new FigureBlocks(processor, container, words);
    this.drawn = new FigureViews(entry, container, figures, look, words);
  }

  /** Those of them that are figures. */
  FigureViews figures() {
    return drawn;
  }

  /** Adds a chain diagram for each table that the selection names; false if it names no chain. */
  boolean diagrams(Selection selection, Optional<String> title, Optional<String> id) {
    List<Table> tables = selection.tablesOf(entry.ruleset());
    Optional<String> nextId = id;
    boolean any = false;
    for (Table table : tables) {
      List<Chain> chains = selection.chainsOf(table);
      if (!chains.isEmpty()) {
        Optional<String> shown = titled(title, table, tables);
        drawn.chains(table, chains, shown, nextId.orElseGet(drawn::freeId));
        nextId = Optional.empty();
        any = true;
      }
    }
    return any;
  }

  // The title is AsciiDoc of the author's.
  private Optional<String> titled(Optional<String> title, Table table, List<Table> tables) {
    return title.map(
        text ->
            tables.size() > 1
                ? wording.inline("table.title", "title", text, "table", name(table))
                : text);
  }

  /** Adds the rule tables of the chains that the selection names; false if it names none. */
  boolean rules(Selection selection, Optional<String> title, Optional<String> id) {
    int level = Math.min(container.getLevel() + 1, 5);
    Optional<String> nextId = id;
    boolean any = false;
    List<Table> selected = selection.tablesOf(entry.ruleset());
    Annotations annotations =
        book.profiles()
            .notes(processor, container.getDocument(), attributes, place, entry.ruleset());
    int leastRun = leastRun();
    for (Table table : selected) {
      List<Chain> chains = selection.chainsOf(table);
      if (chains.isEmpty()) {
        continue;
      }
      Optional<String> shown = titled(title, table, selected);
      book.authorNotes().tableOf(entry.ids().ruleset(), place);
      RuleTableLines tables =
          new RuleTableLines(
              book,
              entry.ids(),
              entry.ruleset().family(),
              table,
              words,
              annotations,
              level,
              leastRun,
              anchors,
              Limits.none());
      boolean one = chains.size() == 1;
      processor.parseContent(container, tableHead(table, one ? Optional.empty() : shown, nextId));
      if (one) {
        tables.chain(chains.get(0), shown);
      } else {
        tables.chains(chains);
      }
      int before = container.getBlocks().size();
      processor.parseContent(container, tables.lines());
      List<StructuralNode> blocks = container.getBlocks();
      NotePlaces.mark(blocks.subList(before, blocks.size()), tables.notes());
      nextId = Optional.empty();
      any = true;
    }
    return any;
  }

  // How many rules that are alike become one row. Other values of collapse are for diagrams.
  private int leastRun() {
    String collapse = attributes.text("collapse").orElse("");
    if (collapse.matches("0*([2-9]|[1-9]\\d{1,5})")) {
      return Integer.parseInt(collapse);
    }
    if (collapse.equals("none")) {
      return Integer.MAX_VALUE;
    }
    if (collapse.matches("-?\\d+")) {
      new BlockReports(processor, container, place)
          .error("bad-attribute", "expected a number from 2 in collapse, found '" + collapse + "'");
    }
    return Runs.DEFAULT_LEAST;
  }

  private List<String> tableHead(Table table, Optional<String> title, Optional<String> id) {
    List<String> lines = new ArrayList<>();
    title.ifPresent(text -> lines.add("." + text));
    id.ifPresent(text -> lines.add("[[" + text + "]]"));
    lines.addAll(TableHeadLines.of(entry.ids(), entry.ruleset().family(), table, anchors, wording));
    return lines;
  }

  private static String name(Table table) {
    return AsciiDocText.escape(table.name());
  }

  /** Adds the dump as it stands. */
  void source(Optional<String> title, Optional<String> id) {
    List<String> lines = new ArrayList<>();
    id.ifPresent(text -> lines.add("[[" + text + "]]"));
    title.ifPresent(text -> lines.add("." + text));
    lines.add("[listing,subs=\"specialcharacters,replacements\"]");
    lines.add("----");
    entry.dump().text().lines().stream().map(AsciiDocText::escape).forEach(lines::add);
    lines.add("----");
    processor.parseContent(container, lines);
  }

  /** Adds what is missing because it could not be read. */
  void errors() {
    processor.parseContent(container, new NoticeLines(wording).errors(entry.reading()));
  }

  /** Adds what was repaired. */
  void repairs() {
    processor.parseContent(container, new NoticeLines(wording).repairs(entry.reading()));
  }

  /** Adds an element that carries the ruleset's id and shows nothing. */
  void anchor(String id) {
    figures.anchor(id);
  }
}
