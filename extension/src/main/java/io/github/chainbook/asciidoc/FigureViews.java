package io.github.chainbook.asciidoc;

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
import io.github.chainbook.figure.walk.WalkDiagram;
import io.github.chainbook.figure.walk.WalkFigure;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.language.PacketText;
import io.github.chainbook.netfilter.language.TracedPacket;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.text.AsciiDocText;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.asciidoctor.ast.StructuralNode;

/** Adds figures of a ruleset to a block. */
final class FigureViews {

  private final Book book;
  private final Book.Entry entry;
  private final StructuralNode container;
  private final FigureBlocks figures;
  private final DiagramAttributes look;
  private final Messages words;
  private final Wording wording;

  FigureViews(
      Book.Entry entry,
      StructuralNode container,
      FigureBlocks figures,
      DiagramAttributes look,
      Messages words) {
    this.words = words;
    this.wording = new Wording(words);
    this.book = Book.of(container);
    this.entry = entry;
    this.container = container;
    this.figures = figures;
    this.look = look;
  }

  /** Adds the diagram of some chains of a table. */
  void chains(Table table, List<Chain> chains, Optional<String> title, String id) {
    String own = words.text("figure.title.chains", "table", table.name());
    Figure whole = ChainDiagram.of(entry.ids(), table, chains, own, words);
    Figure figure = Summary.of(whole, look.collapse(), words);
    String caption = title.orElse(AsciiDocText.escape(own));
    draw(
        id,
        "chains",
        caption,
        figure,
        PlantUmlRenderer.render(figure),
        () -> DrawnFigure.of(figure),
        "/" + table.name());
  }

  /** Adds the figure of a packet's way through the tables that are selected. */
  void walk(TracedPacket packet, AskedView asked) {
    String text = PacketText.of(packet.line().packet());
    boolean all = asked.run().allRules();
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
            words.text("way.title", "packet", text),
            words);
    Figure figure = walk.figure();
    if (figure.boxes().isEmpty()) {
      figures.anchor(asked.id().orElseGet(this::freeId));
      List<String> said = new ArrayList<>();
      said.add(words.text("way.nothing", "packet", text));
      said.addAll(figure.notes());
      figures.paragraph(new Lists(words).joined("join.sentences", said));
      return;
    }
    String caption =
        asked.title().orElseGet(() -> wording.inline("way.title", "packet", Wording.code(text)));
    draw(
        asked.id().orElseGet(this::freeId),
        "chains",
        caption,
        figure,
        PlantUmlRenderer.render(walk),
        () -> DrawnFigure.of(walk),
        "");
  }

  /** Adds the figure of the hooks, with a packet's way if there is one. */
  void hooks(Optional<TracedPacket> packet, AskedView asked) {
    Optional<String> text = packet.map(p -> PacketText.of(p.line().packet()));
    String own =
        text.map(t -> words.text("hooks.title.packet", "packet", t))
            .orElseGet(() -> words.text("hooks.title", "ruleset", entry.ids().ruleset()));
    HookFigure hooks =
        HookDiagram.of(
            entry.ids(),
            entry.ruleset(),
            backend(packet.isEmpty(), asked),
            packet.map(TracedPacket::trace),
            own,
            words);
    String caption =
        asked
            .title()
            .orElseGet(
                () ->
                    text.map(t -> wording.inline("hooks.title.packet", "packet", Wording.code(t)))
                        .orElse(AsciiDocText.escape(own)));
    draw(
        asked.id().orElseGet(this::freeId),
        "hooks",
        caption,
        hooks.figure(),
        PlantUmlRenderer.render(hooks),
        () -> DrawnFigure.of(hooks),
        "");
  }

  private void draw(
      String id,
      String kind,
      String caption,
      Figure figure,
      List<String> plantUml,
      Supplier<DrawnFigure> drawn,
      String table) {
    if (look.plantUml()) {
      figures.add(id, kind, caption, plantUml, FigureWords.of(figure));
    } else {
      figures.add(id, kind, caption, FigureWords.of(figure), drawn.get());
    }
    figures.from(provenance(table));
    figures.source(plantUml);
  }

  /** Adds a flow chart for each chain that the selection names, which has to name some. */
  void charts(AskedView asked) {
    Selection selection = asked.selection();
    if (selection.chains().isEmpty() && selection.from().isEmpty()) {
      asked.reports().error("bad-attribute", "a flow chart shows one chain: expected chain=NAME");
      return;
    }
    Optional<String> nextId = asked.id();
    for (Table table : selection.tablesOf(entry.ruleset())) {
      ChainCharts charts = new ChainCharts(entry.ids(), entry.ruleset().family(), table, words);
      for (Chain chain : selection.chainsOf(table)) {
        ChainChart chart = charts.of(chain);
        List<String> plantUml = ChartRenderer.render(chart, words);
        String caption = asked.title().orElse(AsciiDocText.escape(chart.title()));
        figures.add(nextId.orElseGet(this::freeId), "chart", caption, plantUml, chart.words());
        figures.from(provenance("/" + table.name()));
        figures.source(plantUml);
        nextId = Optional.empty();
      }
    }
  }

  private List<String> provenance(String table) {
    return FromLines.parts(entry.ids(), entry.ruleset(), table);
  }

  /** An id for a figure that its author gave none. */
  String freeId() {
    String ruleset = entry.ids().ruleset();
    for (int n = 2; ; n++) {
      String id = ruleset + "-figure-" + n;
      boolean free = Containers.placeOf(container.getDocument(), id).isEmpty();
      if (free && !book.hasFigure(id)) {
        return id;
      }
    }
  }

  // Where a packet was traced, what is wrong with it is reported already.
  private static Backend backend(boolean report, AskedView asked) {
    if (report) {
      return MachineAttributes.backend(asked.attributes(), asked.reports());
    }
    boolean nft = asked.attributes().text("backend").filter("nft"::equals).isPresent();
    return nft ? Backend.NFT : Backend.LEGACY;
  }
}
