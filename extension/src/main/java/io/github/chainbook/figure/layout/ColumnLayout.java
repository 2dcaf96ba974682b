package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * For narrow screens: boxes one below the other, and arrows in lanes beside them. All arrows to one
 * box share a lane, so that there are few.
 */
public final class ColumnLayout {

  /** As many cells as fit on a phone, with some lanes beside them. */
  private static final int ROW_CELLS = 38;

  private static final double LANE = 8;
  private static final double FIRST_LANE = 14;
  private static final double BETWEEN = 16;

  private final Figure figure;
  private final List<Placed> boxes = new ArrayList<>();

  private ColumnLayout(Figure figure) {
    this.figure = figure;
  }

  /** Gives the parts of a figure their places. */
  public static Layout of(Figure figure) {
    return new ColumnLayout(figure).layout();
  }

  private Layout layout() {
    double width =
        figure.boxes().stream()
            .mapToDouble(box -> BoxMeasure.of(box, ROW_CELLS, 0).width())
            .max()
            .orElse(0);
    double y = Metrics.MARGIN;
    for (var box : figure.boxes()) {
      BoxShape shape = BoxMeasure.of(box, ROW_CELLS, width);
      boxes.add(new Placed(shape, Metrics.MARGIN, y));
      y += shape.height() + BETWEEN;
    }
    double right = Metrics.MARGIN + width;
    Map<Integer, Integer> lanes = lanes();
    List<Route> routes = new ArrayList<>();
    for (Arrow arrow : figure.arrows()) {
      double lane = right + FIRST_LANE + LANE * lanes.get(arrow.to());
      Point begin = new Point(right, exit(arrow));
      Point end = new Point(right, entry(arrow.to()));
      routes.add(
          new Route(
              arrow, List.of(begin, new Point(lane, begin.y()), new Point(lane, end.y()), end)));
    }
    int most = lanes.values().stream().mapToInt(lane -> lane + 1).max().orElse(0);
    double beside = most == 0 ? 0 : FIRST_LANE + LANE * (most - 1);
    double whole = right + beside + Metrics.MARGIN;
    return Notes.below(figure, whole, y - BETWEEN + Metrics.MARGIN, boxes, routes);
  }

  private double exit(Arrow arrow) {
    Placed box = boxes.get(arrow.from());
    return box.y() + box.shape().rows().get(arrow.row()).exit();
  }

  private double entry(int box) {
    return boxes.get(box).y() + boxes.get(box).shape().entry();
  }

  private record Span(int to, double top, double bottom) {

    Span with(double y) {
      return new Span(to, Math.min(top, y), Math.max(bottom, y));
    }

    boolean overlaps(Span other) {
      return top <= other.bottom && other.top <= bottom;
    }
  }

  // Short ways stay near the boxes, long ones go around them.
  private Map<Integer, Integer> lanes() {
    Map<Integer, Span> spans = new TreeMap<>();
    for (Arrow arrow : figure.arrows()) {
      double y = entry(arrow.to());
      spans.computeIfAbsent(arrow.to(), to -> new Span(to, y, y));
      spans.computeIfPresent(arrow.to(), (to, span) -> span.with(exit(arrow)));
    }
    List<Span> shortFirst =
        spans.values().stream()
            .sorted(
                Comparator.comparingDouble((Span span) -> span.bottom() - span.top())
                    .thenComparing(Span::to))
            .toList();
    List<List<Span>> lanes = new ArrayList<>();
    Map<Integer, Integer> chosen = new TreeMap<>();
    for (Span span : shortFirst) {
      int lane = 0;
      while (lane < lanes.size() && lanes.get(lane).stream().anyMatch(span::overlaps)) {
        lane++;
      }
      if (lane == lanes.size()) {
        lanes.add(new ArrayList<>());
      }
      lanes.get(lane).add(span);
      chosen.put(span.to(), lane);
    }
    return chosen;
  }
}
