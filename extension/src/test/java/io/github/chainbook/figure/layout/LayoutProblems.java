package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.List;

/** Looks for what must not be in a layout: what overlaps, crosses or leads elsewhere. */
public final class LayoutProblems {

  private static final double ROUNDING = 0.01;

  private final Figure figure;
  private final Layout layout;
  private final List<String> problems = new ArrayList<>();

  private LayoutProblems(Figure figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
  }

  /** What is wrong; nothing if all is well. */
  public static List<String> of(Figure figure, Layout layout) {
    LayoutProblems check = new LayoutProblems(figure, layout);
    check.boxes();
    layout.routes().forEach(check::route);
    layout.passages().forEach(passage -> check.passage(passage));
    return check.problems;
  }

  private void boxes() {
    for (int i = 0; i < layout.boxes().size(); i++) {
      Placed box = layout.boxes().get(i);
      if (box.x() < 0
          || box.y() < 0
          || right(box) > layout.width() + ROUNDING
          || bottom(box) > layout.height() + ROUNDING) {
        problems.add(name(box) + " is not inside the figure");
      }
      for (Placed other : layout.boxes().subList(i + 1, layout.boxes().size())) {
        boolean apart =
            right(box) <= other.x()
                || right(other) <= box.x()
                || bottom(box) <= other.y()
                || bottom(other) <= box.y();
        if (!apart) {
          problems.add(name(box) + " overlaps " + name(other));
        }
      }
      words(box);
    }
    for (Words note : layout.notes()) {
      if (note.x() + note.width() > layout.width() || note.y() > layout.height()) {
        problems.add("a note is not inside the figure: " + note.text());
      }
    }
  }

  private void words(Placed box) {
    List<Words> all = new ArrayList<>(box.shape().head());
    box.shape().rows().forEach(row -> all.addAll(row.words()));
    for (int i = 0; i < all.size(); i++) {
      Words words = all.get(i);
      if (words.x() < 0
          || words.x() + words.width() > box.shape().width() + ROUNDING
          || words.y() > box.shape().height()) {
        problems.add("text over the border of " + name(box) + ": " + words.text());
      }
      for (Words other : all.subList(i + 1, all.size())) {
        boolean sameLine = words.y() == other.y();
        boolean apart =
            words.x() + words.width() <= other.x() + ROUNDING
                || other.x() + other.width() <= words.x() + ROUNDING;
        if (sameLine && !apart) {
          problems.add("text over text in " + name(box) + ": " + words.text());
        }
      }
    }
  }

  private void route(Route route) {
    List<Point> points = route.points();
    Placed from = layout.boxes().get(route.arrow().from());
    Placed to = layout.boxes().get(route.arrow().to());
    RowShape row = from.shape().rows().get(route.arrow().row());
    Point begin = points.get(0);
    Point end = points.get(points.size() - 1);
    String label = name(from) + " row " + route.arrow().row();
    double top = from.y() + row.top();
    if (!figure.arrows().contains(route.arrow())
        || Math.abs(begin.x() - right(from)) > ROUNDING
        || begin.y() < top
        || begin.y() > top + row.height()) {
      problems.add(label + ": the arrow does not leave its row");
    }
    boolean atBorder =
        Math.abs(end.x() - to.x()) < ROUNDING || Math.abs(end.x() - right(to)) < ROUNDING;
    if (!atBorder || end.y() < to.y() || end.y() > to.y() + to.shape().headHeight()) {
      problems.add(label + ": the arrow does not lead to the head of " + name(to));
    }
    line(label, points);
  }

  private void passage(Layout.PassageRoute passage) {
    line("a passage", passage.points());
    passage.label().ifPresent(this::apart);
  }

  // A label stands in no box, and no way leads through it.
  private void apart(Words label) {
    double left = label.x();
    double right = left + label.width();
    double top = label.y() - label.font() * 0.8;
    if (left < 0 || right > layout.width()) {
      problems.add("a label is not inside the figure: " + label.text());
    }
    for (Placed box : layout.boxes()) {
      if (left < right(box) && right > box.x() && top < bottom(box) && label.y() > box.y()) {
        problems.add("a label is over the border of " + name(box) + ": " + label.text());
      }
    }
    for (Layout.PassageRoute passage : layout.passages()) {
      for (int i = 1; i < passage.points().size(); i++) {
        Point a = passage.points().get(i - 1);
        Point b = passage.points().get(i);
        boolean crosses =
            left < Math.max(a.x(), b.x())
                && right > Math.min(a.x(), b.x())
                && top < Math.max(a.y(), b.y())
                && label.y() > Math.min(a.y(), b.y());
        if (crosses
            || a.x() == b.x()
                && left < a.x()
                && right > a.x()
                && top < Math.max(a.y(), b.y())
                && label.y() > Math.min(a.y(), b.y())) {
          problems.add("a way crosses the label " + label.text());
        }
      }
    }
  }

  private void line(String label, List<Point> points) {
    for (int i = 1; i < points.size(); i++) {
      segment(label, points.get(i - 1), points.get(i));
    }
  }

  private void segment(String label, Point a, Point b) {
    if (Math.abs(a.x() - b.x()) > ROUNDING && Math.abs(a.y() - b.y()) > ROUNDING) {
      problems.add(label + ": the arrow is not right-angled");
    }
    for (Placed box : layout.boxes()) {
      boolean crosses =
          Math.max(a.x(), b.x()) > box.x() + ROUNDING
              && Math.min(a.x(), b.x()) < right(box) - ROUNDING
              && Math.max(a.y(), b.y()) > box.y() + ROUNDING
              && Math.min(a.y(), b.y()) < bottom(box) - ROUNDING;
      if (crosses) {
        problems.add(label + ": the arrow crosses " + name(box));
      }
    }
  }

  private static double right(Placed box) {
    return box.x() + box.shape().width();
  }

  private static double bottom(Placed box) {
    return box.y() + box.shape().height();
  }

  private static String name(Placed box) {
    return box.shape().box().name();
  }
}
