package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.Row;
import io.github.chainbook.figure.layout.Words.Role;
import io.github.chainbook.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Breaks the texts of a box into lines, and finds how large it is. */
final class BoxMeasure {

  /** Who wants to know all of a longer condition points at it. */
  private static final int MOST_LINES = 3;

  private final Box box;
  private final int cells;
  private final int digits;

  /** How much room the places in a packet's way take, before the labels. */
  private final double steps;

  private final List<RowText> rows;

  private record RowText(
      String label, List<String> condition, List<String> action, List<String> effect) {

    boolean fits(int cells) {
      return action.size() == 1 && !condition.isEmpty() && besideAction() <= cells;
    }

    private int besideAction() {
      return Cells.of(condition.get(condition.size() - 1)) + Metrics.GAP + Cells.of(action.get(0));
    }

    int cells(int most) {
      int widest = fits(most) ? besideAction() : 0;
      for (String line : condition) {
        widest = Math.max(widest, Cells.of(line));
      }
      for (String line : action) {
        widest = Math.max(widest, Cells.of(line));
      }
      for (String line : effect) {
        widest = Math.max(widest, Cells.of(line));
      }
      return widest;
    }
  }

  private BoxMeasure(Box box, int cells) {
    this.box = box;
    this.cells = cells;
    this.digits = box.rows().stream().mapToInt(row -> Cells.of(row.label())).max().orElse(0);
    this.steps = box.rows().stream().mapToDouble(BoxMeasure::step).max().orElse(0);
    this.rows = box.rows().stream().map(this::text).toList();
  }

  /**
   * The shape of a box.
   *
   * @param cells the most cells of a row's text
   * @param least the least width, in pixels
   */
  static BoxShape of(Box box, int cells, double least) {
    BoxMeasure measure = new BoxMeasure(box, cells);
    return measure.shape(Math.max(least, Math.ceil(measure.width())));
  }

  /** The width of a row with so many cells of text and so many for its label. */
  static double width(int labelCells, int cells) {
    return 2 * Metrics.PADDING + Metrics.width(labelCells + 1 + cells, Metrics.FONT);
  }

  private static double step(Row row) {
    String text = row.mark().steps();
    return text.isEmpty() ? 0 : stepWidth(text) + 2 * Metrics.STEP_PADDING + Metrics.STEP_GAP;
  }

  private static double stepWidth(String text) {
    return Metrics.width(Cells.of(text), Metrics.SMALL_FONT);
  }

  private RowText text(Row row) {
    List<String> conditions = row.conditions().stream().map(VisibleText::of).toList();
    List<String> action =
        row.action().isEmpty()
            ? List.of()
            : Cells.wrap(List.of(VisibleText.of(row.action()).replace('\u00a0', ' ')), cells, 2);
    List<String> effect =
        row.mark().effect().isEmpty()
            ? List.of()
            : Cells.wrap(parts("⇒ " + row.mark().effect()), cells, 2);
    return new RowText(row.label(), Cells.wrap(conditions, cells, MOST_LINES), action, effect);
  }

  // What may be instead begins a line of its own if there is no room.
  private static List<String> parts(String effect) {
    return Arrays.asList(VisibleText.of(effect).split(" (?=or )"));
  }

  private int widestRow() {
    return rows.stream().mapToInt(row -> row.cells(cells)).max().orElse(0);
  }

  private String name() {
    return Cells.shorten(VisibleText.of(box.name()), cells);
  }

  private String subtitle() {
    return Cells.shorten(VisibleText.of(box.subtitle()), cells);
  }

  private double nameWidth() {
    return Metrics.width(Cells.of(name()), Metrics.NAME_FONT);
  }

  private double subtitleWidth() {
    return Metrics.width(Cells.of(subtitle()), Metrics.SMALL_FONT);
  }

  private boolean oneLineHead() {
    double both = nameWidth() + subtitleWidth() + 2 * Metrics.PADDING + 12;
    return subtitle().isEmpty() || both <= steps + width(digits, cells);
  }

  private double width() {
    double head =
        oneLineHead() && !subtitle().isEmpty()
            ? nameWidth() + subtitleWidth() + 12
            : Math.max(nameWidth(), subtitleWidth());
    double widest = rows.isEmpty() ? 0 : steps + width(digits, widestRow());
    return Math.max(head + 2 * Metrics.PADDING, widest);
  }

  private BoxShape shape(double width) {
    List<Words> head = new ArrayList<>();
    double headHeight = 24;
    boolean centered = box.kind() == Box.Kind.PLACE && subtitle().isEmpty();
    double at = centered ? (width - nameWidth()) / 2 : Metrics.PADDING;
    head.add(new Words(Role.NAME, name(), at, 16, Metrics.NAME_FONT));
    if (!subtitle().isEmpty()) {
      if (oneLineHead()) {
        double x = width - Metrics.PADDING - subtitleWidth();
        head.add(new Words(Role.SUBTITLE, subtitle(), x, 16, Metrics.SMALL_FONT));
      } else {
        headHeight += Metrics.LINE;
        double y = 16 + Metrics.LINE;
        head.add(new Words(Role.SUBTITLE, subtitle(), Metrics.PADDING, y, Metrics.SMALL_FONT));
      }
    }
    List<RowShape> shapes = new ArrayList<>();
    double top = headHeight + 2;
    for (int i = 0; i < rows.size(); i++) {
      RowShape shape = row(box.rows().get(i), rows.get(i), top, width);
      shapes.add(shape);
      top += shape.height();
    }
    double height = rows.isEmpty() ? headHeight : top + Metrics.BOTTOM;
    return new BoxShape(box, width, height, headHeight, head, shapes);
  }

  private RowShape row(Row row, RowText text, double top, double width) {
    List<Words> words = new ArrayList<>();
    double labelEnd = Metrics.PADDING + steps + Metrics.width(digits, Metrics.FONT);
    double base = top + Metrics.BASE;
    String step = row.mark().steps();
    if (!step.isEmpty()) {
      double x =
          Metrics.PADDING + steps - Metrics.STEP_GAP - Metrics.STEP_PADDING - stepWidth(step);
      words.add(new Words(Role.STEP, step, x, base, Metrics.SMALL_FONT));
    }
    words.add(word(Role.NUMBER, text.label(), labelEnd - widthOf(text.label()), base));
    double begin = labelEnd + Metrics.width(1, Metrics.FONT);
    int line = 0;
    for (String part : text.condition()) {
      words.add(word(Role.CONDITION, part, begin, base + line * Metrics.LINE));
      line++;
    }
    double room = width - Metrics.PADDING;
    if (text.fits(cells)) {
      line--;
    }
    for (String part : text.action()) {
      double x = text.action().size() == 1 ? room - widthOf(part) : begin;
      words.add(word(Role.ACTION, part, x, base + line * Metrics.LINE));
      line++;
    }
    for (String part : text.effect()) {
      words.add(word(Role.EFFECT, part, room - widthOf(part), base + line * Metrics.LINE));
      line++;
    }
    double height = Math.max(1, line) * Metrics.LINE + Metrics.ROW_MARGIN;
    return new RowShape(row, top, height, words);
  }

  private static double widthOf(String text) {
    return Metrics.width(Cells.of(text), Metrics.FONT);
  }

  private static Words word(Role role, String text, double x, double y) {
    return new Words(role, text, x, y, Metrics.FONT);
  }
}
