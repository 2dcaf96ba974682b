package io.github.chainbook.asciidoc;

import io.github.chainbook.asciidoc.Book.Entry;
import io.github.chainbook.explain.profile.Annotations;
import io.github.chainbook.figure.ChainDiagram;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Selection;
import io.github.chainbook.figure.chart.ChainChart;
import io.github.chainbook.figure.chart.ChainCharts;
import io.github.chainbook.figure.hook.HookDiagram;
import io.github.chainbook.figure.hook.HookFigure;
import io.github.chainbook.figure.plantuml.ChartRenderer;
import io.github.chainbook.figure.plantuml.PlantUmlRenderer;
import io.github.chainbook.figure.summary.Summary;
import io.github.chainbook.figure.table.Runs;
import io.github.chainbook.figure.walk.WalkDiagram;
import io.github.chainbook.figure.walk.WalkFigure;
import io.github.chainbook.netfilter.language.PacketText;
import io.github.chainbook.netfilter.language.TracedPacket;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Provenance;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Messages;
import io.github.chainbook.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final DiagramAttributes look;
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
    this.anchors = new Anchors(processor, container, place);
    this.figures = new FigureBlocks(processor, container);
    this.look = look;
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
        diagram(table, chains, shown, nextId.orElseGet(this::freeFigureId));
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

  private void diagram(Table table, List<Chain> chains, Optional<String> title, String id) {
    String words = "Chains of table " + table.name();
    Figure whole = ChainDiagram.of(entry.ids(), table, chains, words);
    Figure figure = Summary.of(whole, look.collapse());
    List<String> plantUml = PlantUmlRenderer.render(figure);
    String caption = title.orElse(AsciiDocText.escape(words));
    if (look.plantUml()) {
      figures.add(id, "chains", caption, plantUml, FigureWords.of(figure));
    } else {
      figures.add(id, "chains", caption, FigureWords.of(figure), DrawnFigure.of(figure));
    }
    figures.from(provenance("/" + table.name()));
    figures.source(plantUml);
  }

  /** Adds the figure of a packet's way through the tables that are selected. */
  void walk(TracedPacket packet, AskedView asked) {
    String text = PacketText.of(packet.line().packet());
    boolean all = asked.attributes().text("rules").orElse("matched").equals("all");
    Set<String> tables =
        asked.selection().tablesOf(entry.ruleset()).stream()
            .map(Table::name)
            .collect(Collectors.toSet());
    boolean some =
        asked.attributes().own("tables").or(() -> asked.attributes().own("table")).isPresent();
    WalkFigure walk =
        WalkDiagram.of(
            entry.ids(),
            entry.ruleset(),
            packet.trace(),
            name -> !some || tables.contains(name),
            all,
            "The way of " + text);
    Figure figure = walk.figure();
    if (figure.boxes().isEmpty()) {
      figures.anchor(asked.id().orElseGet(this::freeFigureId));
      List<String> said =
          List.of("No rule or policy is met by " + text + ".", String.join(" ", figure.notes()));
      processor.parseContent(container, said.stream().map(AsciiDocText::escape).toList());
      return;
    }
    String caption = asked.title().orElse("The way of ``" + AsciiDocText.escape(text) + "``");
    draw(asked, "chains", caption, figure, PlantUmlRenderer.render(walk), DrawnFigure.of(walk));
  }

  /** Adds the figure of the hooks, with a packet's way if there is one. */
  void hooks(Optional<TracedPacket> packet, AskedView asked) {
    Optional<String> text = packet.map(p -> PacketText.of(p.line().packet()));
    String words =
        text.map(t -> "The way of " + t + " through the hooks")
            .orElse("The hooks and what ruleset " + entry.ids().ruleset() + " has there");
    HookFigure hooks =
        HookDiagram.of(
            entry.ids(),
            entry.ruleset(),
            MachineAttributes.backend(asked.attributes(), asked.reports()),
            packet.map(TracedPacket::trace),
            words);
    String caption =
        asked
            .title()
            .orElseGet(
                () ->
                    text.map(t -> "The way of ``" + AsciiDocText.escape(t) + "`` through the hooks")
                        .orElse(AsciiDocText.escape(words)));
    draw(
        asked,
        "hooks",
        caption,
        hooks.figure(),
        PlantUmlRenderer.render(hooks),
        DrawnFigure.of(hooks));
  }

  private void draw(
      AskedView asked,
      String kind,
      String caption,
      Figure figure,
      List<String> plantUml,
      DrawnFigure drawn) {
    String id = asked.id().orElseGet(this::freeFigureId);
    if (look.plantUml()) {
      figures.add(id, kind, caption, plantUml, FigureWords.of(figure));
    } else {
      figures.add(id, kind, caption, FigureWords.of(figure), drawn);
    }
    figures.from(provenance(""));
    figures.source(plantUml);
  }

  /** Adds a flow chart for each chain that the selection names, which has to name some. */
  void charts(AskedView asked) {
    Selection selection = asked.selection();
    if (selection.chains().isEmpty() && selection.from().isEmpty()) {
      new BlockReports(processor, container, place)
          .error("bad-attribute", "a flow chart shows one chain: expected chain=NAME");
      return;
    }
    Optional<String> nextId = asked.id();
    for (Table table : selection.tablesOf(entry.ruleset())) {
      ChainCharts charts = new ChainCharts(entry.ids(), entry.ruleset().family(), table, words);
      for (Chain chain : selection.chainsOf(table)) {
        ChainChart chart = charts.of(chain);
        List<String> plantUml = ChartRenderer.render(chart);
        String caption = asked.title().orElse(AsciiDocText.escape(chart.title()));
        String figureId = nextId.orElseGet(this::freeFigureId);
        figures.add(figureId, "chart", caption, plantUml, chart.words());
        figures.from(provenance("/" + table.name()));
        figures.source(plantUml);
        nextId = Optional.empty();
      }
    }
  }

  // In signs that need no translation: what prose would write to name the table, and who printed
  // the dump when.
  private List<String> provenance(String table) {
    List<String> parts = new ArrayList<>();
    parts.add(entry.ids().ruleset() + table);
    parts.addAll(Provenance.of(entry.ruleset()).words());
    return parts;
  }

  private String freeFigureId() {
    String ruleset = entry.ids().ruleset();
    for (int n = 2; ; n++) {
      String id = ruleset + "-figure-" + n;
      boolean free = Containers.placeOf(container.getDocument(), id).isEmpty();
      if (free && !book.hasFigure(id)) {
        return id;
      }
    }
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
          new RuleTableLines(book, entry, table, words, annotations, level, leastRun, anchors);
      boolean one = chains.size() == 1;
      processor.parseContent(container, tableHead(table, one ? Optional.empty() : shown, nextId));
      chains.forEach(chain -> tables.chain(chain, one ? shown : Optional.empty()));
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
    String tableId = entry.ids().table(table.name());
    String anchor =
        anchors.claim(tableId)
            ? anchors.anchor(tableId, wording.plain("table.name", "table", table.name()))
            : "";
    lines.add("[.chainbook-table-head]");
    lines.add(
        anchor
            + wording.inline(
                "table.head",
                "table",
                "**" + name(table) + "**",
                "family",
                Said.kind(entry.ruleset().family().word()),
                "chains",
                wording.counted(table.chains().size(), "chain"),
                "rules",
                wording.counted(table.ruleCount(), "rule")));
    if (table.name().equals("nat") && hasCounters(table)) {
      lines.add(wording.plain("table.nat-counters"));
    }
    lines.add("");
    return lines;
  }

  private static boolean hasCounters(Table table) {
    return table.chains().stream()
        .flatMap(chain -> chain.rules().stream())
        .anyMatch(rule -> rule.counters().isPresent());
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
