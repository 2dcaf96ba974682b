package io.github.chainbook.figure.summary;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainWords;
import io.github.chainbook.figure.Description;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.summary.Draft.Line;
import io.github.chainbook.figure.summary.Draft.Part;
import io.github.chainbook.words.Lists;
import io.github.chainbook.words.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a figure that can be looked at of one that is too large. Each rule of the figure is then in
 * exactly one row, which stands for it or for several, or among those that are left out, and the
 * figure says what it has left out.
 */
public final class Summary {

  /** What still can be read as it stands. */
  private static final int LARGEST_ROWS = 150;

  private static final int LARGEST_BOXES = 40;

  /** Notes name so many chains and count the others. */
  private static final int MOST_NAMES = 4;

  private final Figure figure;
  private final Messages messages;
  private final AlikeRows rows;
  private final Families families;
  private final List<String> notes = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private Summary(Figure figure, Messages messages) {
    this.figure = figure;
    this.messages = messages;
    this.rows = new AlikeRows(messages);
    this.families = new Families(new ChainWords(messages), rows);
    this.notes.addAll(figure.notes());
    this.leftOut.addAll(figure.leftOut());
  }

  /**
   * The figure as it is to be drawn.
   *
   * @param figure the whole figure
   * @param collapse what the author wants put together
   * @param messages the language
   */
  public static Figure of(Figure figure, Collapse collapse, Messages messages) {
    return new Summary(figure, messages).summary(collapse);
  }

  private Figure summary(Collapse collapse) {
    Draft whole = Draft.of(figure);
    boolean large = whole.rows() > LARGEST_ROWS || whole.boxes().size() > LARGEST_BOXES;
    boolean all =
        collapse.mode() == Collapse.Mode.ALL || collapse.mode() == Collapse.Mode.AUTO && large;
    if (!all && collapse.families().isEmpty()) {
      return figure;
    }
    Draft draft = families.together(whole, Families.named(whole, collapse.families()));
    if (all) {
      draft = withoutUnreached(draft);
      draft = without(draft, part -> part.lines().isEmpty(), "summary.without-rules");
      draft = families.together(draft, Families.found(draft));
      draft = new Draft(draft.boxes().stream().map(this::shorter).toList());
      draft = withoutFarthest(draft);
      notes.add(messages.text("summary.note"));
    }
    List<Box> boxes = draft.finished();
    List<Arrow> arrows = draft.arrows(new ChainWords(messages));
    String first = messages.text("summary.boxes", "n", String.valueOf(boxes.size()));
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "summary.of",
            "title",
            figure.title(),
            "sentences",
            Description.of(first, boxes, arrows, messages)));
    sentences.addAll(notes);
    return new Figure(
        figure.title(),
        new Lists(messages).joined("join.sentences", sentences),
        boxes,
        arrows,
        notes,
        leftOut);
  }

  private Part shorter(Part part) {
    if (part.box().kind() == Box.Kind.FAMILY) {
      return part;
    }
    List<Line> runs = rows.runs(part.lines());
    return part.withLines(runs.size() > AlikeRows.MOST_ROWS ? rows.groups(part.lines()) : runs);
  }

  // A part of a ruleset that has no hook is shown whole: where it is entered is not in the figure.
  private Draft withoutUnreached(Draft draft) {
    Set<String> reached = fromHooks(draft);
    return reached.isEmpty()
        ? draft
        : without(draft, part -> !reached.contains(part.box().name()), "summary.unreached");
  }

  private Draft withoutFarthest(Draft draft) {
    if (draft.boxes().size() <= LARGEST_BOXES) {
      return draft;
    }
    Set<String> order = fromHooks(draft);
    draft.boxes().forEach(part -> order.add(part.box().name()));
    Set<String> near = Set.copyOf(order.stream().limit(LARGEST_BOXES).toList());
    return without(draft, part -> !near.contains(part.box().name()), "summary.farthest");
  }

  /** The names of the chains that hooks lead to, nearest first. */
  private static Set<String> fromHooks(Draft draft) {
    Map<String, Part> parts = new HashMap<>();
    draft.boxes().forEach(part -> parts.put(part.box().name(), part));
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    draft.boxes().stream()
        .filter(part -> part.box().kind() == Box.Kind.HOOK)
        .forEach(part -> open.add(part.box().name()));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (reached.add(name)) {
        parts.get(name).lines().stream()
            .filter(line -> line.to() != null && !reached.contains(line.to()))
            .forEach(line -> open.add(line.to()));
      }
    }
    return reached;
  }

  private Draft without(Draft draft, Predicate<Part> dropped, String key) {
    List<Part> gone = draft.boxes().stream().filter(dropped).toList();
    if (gone.isEmpty()) {
      return draft;
    }
    int before = leftOut.size();
    gone.forEach(part -> part.lines().forEach(line -> leftOut.addAll(line.row().rules())));
    int rules = leftOut.size() - before;
    notes.add(
        messages.text(
            key,
            "n",
            String.valueOf(gone.size()),
            "rules",
            String.valueOf(rules),
            "names",
            names(gone)));
    return new Draft(draft.boxes().stream().filter(dropped.negate()).toList());
  }

  private String names(List<Part> gone) {
    List<String> names = gone.stream().limit(MOST_NAMES).map(part -> part.box().name()).toList();
    int more = gone.size() - names.size();
    String list = new Lists(messages).joined("join.items", names);
    return more == 0
        ? list
        : messages.text("summary.and-more", "names", list, "n", String.valueOf(more));
  }
}
