package io.github.chainbook.figure.summary;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Box;
import io.github.chainbook.figure.ChainWords;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure whose rows know where they lead, which is what arrows say, so that boxes can go and come
 * without numbers in arrows becoming wrong.
 *
 * @param boxes its boxes
 */
record Draft(List<Part> boxes) {

  /** A box and its rows. */
  record Part(Box box, List<Line> lines) {

    Part withLines(List<Line> other) {
      return new Part(box, other);
    }
  }

  /**
   * A row.
   *
   * @param row what it says
   * @param to the box that its arrow leads to; null if it has none
   */
  record Line(Row row, String to) {}

  static Draft of(Figure figure) {
    List<Part> parts = new ArrayList<>();
    for (Box box : figure.boxes()) {
      List<Line> lines = new ArrayList<>();
      box.rows().forEach(row -> lines.add(new Line(row, null)));
      parts.add(new Part(box, lines));
    }
    for (Arrow arrow : figure.arrows()) {
      List<Line> lines = parts.get(arrow.from()).lines();
      String to = figure.boxes().get(arrow.to()).name();
      lines.set(arrow.row(), new Line(lines.get(arrow.row()).row(), to));
    }
    return new Draft(parts);
  }

  int rows() {
    return boxes.stream().mapToInt(part -> part.lines().size()).sum();
  }

  List<Box> finished() {
    List<Box> finished = new ArrayList<>();
    for (Part part : boxes) {
      Box box = part.box();
      List<Row> rows = part.lines().stream().map(Line::row).toList();
      finished.add(
          new Box(box.name(), box.kind(), box.subtitle(), box.link(), box.rowsName(), rows));
    }
    return finished;
  }

  /** The arrows to boxes that are there. */
  List<Arrow> arrows(ChainWords words) {
    List<String> names = boxes.stream().map(part -> part.box().name()).toList();
    List<Arrow> arrows = new ArrayList<>();
    for (int from = 0; from < boxes.size(); from++) {
      List<Line> lines = boxes.get(from).lines();
      for (int row = 0; row < lines.size(); row++) {
        Row shown = lines.get(row).row();
        int to = names.indexOf(lines.get(row).to());
        if (to >= 0) {
          boolean isGoto = shown.kind() == Row.Kind.GOTO;
          int rules = shown.rules().size();
          String rule = shown.label();
          String label = words.arrow(rule, isGoto);
          arrows.add(new Arrow(from, row, to, rule, rules, isGoto, label, shown.link()));
        }
      }
    }
    return arrows;
  }
}
