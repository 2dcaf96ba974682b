package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes ways straight between a block and the left or right border of its group, where nothing is
 * between them. ELK leads them around: to it such a border is above or below.
 */
final class Shortcuts {

  private static final double AWAY = 8;

  /** How far below its head a straight way crosses the border of a group, so that all do alike. */
  private static final double FIRST = 12;

  private final Laid laid;

  private Shortcuts(Laid laid) {
    this.laid = laid;
  }

  /** Takes the shortcuts of a group, and drops the room above and below that is no longer used. */
  static void take(Laid laid, double top, double bottom) {
    Shortcuts shortcuts = new Shortcuts(laid);
    shortcuts.straighten();
    shortcuts.trim(top, bottom);
  }

  // All at once: one that is straight may make room for another one.
  private void straighten() {
    Map<Integer, List<Point>> straight = new TreeMap<>();
    laid.ways.forEach((wire, way) -> straight(way).ifPresent(points -> straight.put(wire, points)));
    for (int before = -1; before != straight.size(); ) {
      before = straight.size();
      for (int wire : List.copyOf(straight.keySet())) {
        if (!isFree(wire, straight)) {
          straight.remove(wire);
        }
      }
    }
    laid.ways.putAll(straight);
  }

  private Optional<List<Point>> straight(List<Point> way) {
    Point first = way.get(0);
    Point last = way.get(way.size() - 1);
    return isAtBorder(first)
        ? Optional.of(List.of(new Point(first.x(), last.y()), last))
        : isAtBorder(last)
            ? Optional.of(List.of(first, new Point(last.x(), first.y())))
            : Optional.empty();
  }

  private boolean isAtBorder(Point point) {
    return point.x() <= 0 || point.x() >= laid.width;
  }

  private boolean isFree(int wire, Map<Integer, List<Point>> straight) {
    List<Point> way = straight.get(wire);
    Point left = way.get(0).x() < way.get(1).x() ? way.get(0) : way.get(1);
    Point right = left == way.get(0) ? way.get(1) : way.get(0);
    return laid.blocks.stream().noneMatch(block -> between(left, right, block))
        && laid.ways.keySet().stream()
            .filter(other -> other != wire)
            .map(other -> straight.getOrDefault(other, laid.ways.get(other)))
            .noneMatch(other -> meets(left, right, other));
  }

  private static boolean between(Point from, Point to, Placed block) {
    return block.x() + block.shape().width() > from.x() + 1
        && block.x() < to.x() - 1
        && block.y() < from.y() + AWAY
        && block.y() + block.shape().height() > from.y() - AWAY;
  }

  // Ways may cross, but neither run in one another nor bend there.
  private static boolean meets(Point from, Point to, List<Point> way) {
    for (int i = 1; i < way.size(); i++) {
      Point a = way.get(i - 1);
      Point b = way.get(i);
      boolean near =
          Math.max(a.x(), b.x()) > from.x() - AWAY
              && Math.min(a.x(), b.x()) < to.x() + AWAY
              && Math.max(a.y(), b.y()) > from.y() - AWAY
              && Math.min(a.y(), b.y()) < from.y() + AWAY;
      boolean crosses =
          a.x() == b.x()
              && a.x() > from.x() + AWAY
              && a.x() < to.x() - AWAY
              && Math.min(a.y(), b.y()) < from.y() - AWAY
              && Math.max(a.y(), b.y()) > from.y() + AWAY;
      if (near && !crosses) {
        return true;
      }
    }
    return false;
  }

  private void trim(double top, double bottom) {
    double first = laid.height;
    double straight = laid.height;
    double last = 0;
    for (Placed block : laid.blocks) {
      first = Math.min(first, block.y());
      last = Math.max(last, block.y() + block.shape().height());
    }
    for (List<Point> way : laid.ways.values()) {
      boolean crosses = isAtBorder(way.get(0)) || isAtBorder(way.get(way.size() - 1));
      if (crosses && way.size() == 2) {
        straight = Math.min(straight, way.get(0).y());
      }
      for (Point point : way) {
        first = Math.min(first, point.y());
        last = Math.max(last, point.y());
      }
    }
    double up = Math.min(straight - top - FIRST, first - top);
    laid.shift(0, -up);
    laid.height = last - up + bottom;
  }
}
