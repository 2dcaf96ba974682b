package io.github.chainbook.figure.hook;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.hook.HookCells.Cell;
import io.github.chainbook.figure.walk.WalkWords;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.engine.HookOrder;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes the figure of the hooks: the ways of packets through a machine and, at each hook, the
 * tables in the order in which the kernel asks them, with what a ruleset has there.
 */
public final class HookDiagram {

  private final Backend backend;
  private final Optional<Trace> trace;
  private final Optional<TableVisits> visits;
  private final HookCells cells;
  private final Messages words;
  private final List<Box> boxes = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  private HookDiagram(
      Ids ids, Ruleset ruleset, Backend backend, Optional<Trace> trace, Messages words) {
    this.backend = backend;
    this.trace = trace;
    this.words = words;
    this.visits = trace.map(t -> new TableVisits(t, words));
    this.cells = new HookCells(ids, ruleset, visits, words);
  }

  /**
   * The figure.
   *
   * @param ids the ids to which its links lead
   * @param ruleset the rules
   * @param backend which back end loads them: they differ in the order of tables
   * @param trace what became of the packet that the figure is about, if it is about one
   * @param title what the figure shows
   * @param words the language
   */
  public static HookFigure of(
      Ids ids,
      Ruleset ruleset,
      Backend backend,
      Optional<Trace> trace,
      String title,
      Messages words) {
    return new HookDiagram(ids, ruleset, backend, trace, words).figure(title);
  }

  private HookFigure figure(String title) {
    Arrays.stream(Place.values()).forEach(this::add);
    List<String> notes = new ArrayList<>();
    trace.ifPresent(t -> notes.addAll(new WalkWords(t, words).outcome()));
    if (trace.filter(t -> !t.isDecided()).isPresent()) {
      notes.add(words.text("hooks.dashed"));
    }
    sentences.addAll(notes);
    String description = new Lists(words).joined("join.sentences", sentences);
    Tracks tracks = trace.map(t -> new Tracks(words, t)).orElseGet(() -> new Tracks(words));
    return new HookFigure(
        new Figure(title, description, boxes, List.of(), notes, List.of()), tracks.all());
  }

  private void add(Place place) {
    String name = place.words(words);
    List<Cell> own = place.hook().map(this::cells).orElse(List.of());
    List<Row> rows = own.stream().map(Cell::row).toList();
    Box.Kind kind = place.hook().isPresent() ? Box.Kind.HOOK : Box.Kind.PLACE;
    String passed = place.hook().flatMap(h -> visits.map(v -> v.passage(h))).orElse("");
    String rowsName = words.text("figure.rows", "of", name);
    boxes.add(new Box(name, kind, passed, new Link("", name), rowsName, rows));
    if (!own.isEmpty()) {
      List<String> said = own.stream().map(Cell::said).toList();
      String tables = new Lists(words).joined("join.clauses", said);
      sentences.add(words.text("hooks.hook", "hook", name, "tables", tables));
    }
  }

  private List<Cell> cells(Hook hook) {
    List<String> order = HookOrder.of(hook, backend);
    return order.stream().map(table -> cells.cell(hook, table, order)).toList();
  }
}
