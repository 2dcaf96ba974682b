package io.github.chainbook.figure.hook;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Ids;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.Row.Mark;
import io.github.chainbook.figure.walk.WalkWords;
import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.engine.HookOrder;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the figure of the hooks: the ways of packets through a machine and, at each hook, the
 * tables in the order in which the kernel asks them, with what a ruleset has there.
 */
public final class HookDiagram {

  private final Ids ids;
  private final Ruleset ruleset;
  private final Backend backend;
  private final Optional<Trace> trace;
  private final Optional<TableVisits> visits;

  private HookDiagram(Ids ids, Ruleset ruleset, Backend backend, Optional<Trace> trace) {
    this.ids = ids;
    this.ruleset = ruleset;
    this.backend = backend;
    this.trace = trace;
    this.visits = trace.map(TableVisits::new);
  }

  /**
   * The figure.
   *
   * @param ids the ids to which its links lead
   * @param ruleset the rules
   * @param backend which back end loads them: they differ in the order of tables
   * @param trace what became of the packet that the figure is about, if it is about one
   * @param title what the figure shows
   */
  public static HookFigure of(
      Ids ids, Ruleset ruleset, Backend backend, Optional<Trace> trace, String title) {
    return new HookDiagram(ids, ruleset, backend, trace).figure(title);
  }

  private HookFigure figure(String title) {
    List<Box> boxes = Arrays.stream(Place.values()).map(this::box).toList();
    List<String> notes = new ArrayList<>();
    trace.ifPresent(t -> notes.addAll(new WalkWords(t).outcome()));
    if (trace.filter(t -> !t.isDecided()).isPresent()) {
      notes.add("Dashed: what may be on one way or another.");
    }
    String description = description(boxes) + String.join(" ", notes);
    Tracks tracks = trace.map(Tracks::new).orElseGet(Tracks::new);
    return new HookFigure(
        new Figure(title, description.strip(), boxes, List.of(), notes, List.of()), tracks.all());
  }

  private Box box(Place place) {
    List<Row> rows = place.hook().map(this::rows).orElse(List.of());
    Box.Kind kind = place.hook().isPresent() ? Box.Kind.HOOK : Box.Kind.PLACE;
    String passed = place.hook().flatMap(h -> visits.map(v -> v.passage(h))).orElse("");
    return new Box(place.words(), kind, passed, new Link("", place.words()), rows);
  }

  private List<Row> rows(Hook hook) {
    List<String> order = HookOrder.of(hook, backend);
    return order.stream().map(table -> row(hook, table, order)).toList();
  }

  private Row row(Hook hook, String name, List<String> order) {
    if (name.equals(HookOrder.CONNTRACK)) {
      boolean used = HookOrder.tracksConnections(ruleset);
      Link link = new Link("", used ? "Some rule needs it." : "No rule of this dump needs it.");
      String words = used ? "in use" : "not needed";
      return new Row("", List.of(name), Row.Kind.NONE, words, link, List.of());
    }
    Optional<Table> table = ruleset.table(name);
    Optional<Chain> chain = table.flatMap(t -> t.chain(hook.name()));
    String id = chain.isPresent() ? ids.chain(name, hook.name()) : "";
    Link link = new Link(id, tip(hook, name, chain));
    String words =
        chain.map(HookDiagram::words).orElse(table.isEmpty() ? "not in dump" : "chain not in dump");
    Row.Kind kind =
        chain.isPresent() && !chain.get().rules().isEmpty() ? Row.Kind.JUMP : Row.Kind.NONE;
    Mark mark = visits.map(v -> v.mark(hook, name)).orElse(Mark.NONE);
    Optional<String> why =
        visits.filter(v -> chain.isPresent()).flatMap(v -> v.why(hook, name, order));
    return new Row("", List.of(name), kind, why.orElse(words), link, List.of(), mark);
  }

  private static String words(Chain chain) {
    int rules = chain.rules().size();
    String counted = rules == 0 ? "no rules" : rules == 1 ? "1 rule" : rules + " rules";
    return counted + chain.policy().map(policy -> " · " + policy).orElse("");
  }

  private static String tip(Hook hook, String table, Optional<Chain> chain) {
    return "chain "
        + hook
        + " of table "
        + table
        + ": "
        + chain.map(HookDiagram::words).orElse("not in the dump");
  }

  private static String description(List<Box> boxes) {
    StringBuilder text = new StringBuilder();
    for (Box box : boxes) {
      if (!box.rows().isEmpty()) {
        List<String> cells = box.rows().stream().map(HookDiagram::said).toList();
        text.append(box.name()).append(": ").append(String.join("; ", cells)).append(". ");
      }
    }
    return text.toString();
  }

  private static String said(Row row) {
    Mark mark = row.mark();
    String place = mark.steps().isEmpty() ? "" : mark.steps() + ": ";
    String perhaps = mark.met() == Row.Met.PERHAPS ? "perhaps " : "";
    String cell = row.condition() + " " + row.action().replace(" ·", ",");
    return Stream.of(perhaps + place + cell, mark.effect())
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }
}
