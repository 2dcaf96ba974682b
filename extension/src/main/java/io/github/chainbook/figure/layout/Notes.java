package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.layout.Layout.PassageRoute;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Adds the notes of a figure below what has its place already. */
final class Notes {

  /** No figure is so narrow that its notes become a column of words. */
  private static final int LEAST_CELLS = 44;

  private Notes() {}

  static Layout below(
      Figure figure, double width, double height, List<Placed> boxes, List<Route> routes) {
    return below(figure, width, height, boxes, routes, List.of());
  }

  static Layout below(
      Figure figure,
      double width,
      double height,
      List<Placed> boxes,
      List<Route> routes,
      List<PassageRoute> passages) {
    int room = (int) ((width - 2 * Metrics.MARGIN) / Metrics.width(1, Metrics.SMALL_FONT));
    int cells = Math.max(LEAST_CELLS, room);
    List<Words> notes = new ArrayList<>();
    double bottom = height;
    double right = width;
    for (String note : figure.notes()) {
      for (String line : Cells.wrap(List.of(VisibleText.of(note)), cells, Integer.MAX_VALUE)) {
        Words words =
            new Words(
                Words.Role.SUBTITLE,
                line,
                Metrics.MARGIN,
                bottom + Metrics.BASE,
                Metrics.SMALL_FONT);
        notes.add(words);
        right = Math.max(right, Math.ceil(words.x() + words.width() + Metrics.MARGIN));
        bottom += Metrics.LINE;
      }
    }
    return new Layout(
        right, notes.isEmpty() ? bottom : bottom + Metrics.MARGIN, boxes, routes, passages, notes);
  }
}
