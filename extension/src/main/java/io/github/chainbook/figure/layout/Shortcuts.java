package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.List;

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
    for (int wire : List.copyOf(laid.ways.keySet())) {
      List<Point> way = laid.ways.get(wire);
      Point first = way.get(0);
      Point last = way.get(way.size() - 1);
      if (first.x() <= 0) {
        shortcuts.shorten(wire, new Point(first.x(), last.y()), last);
      } else if (last.x() >= laid.width) {
        shortcuts.shorten(wire, first, new Point(last.x(), first.y()));
      }
    }
    shortcuts.trim(top, bottom);
  }

  private void shorten(int wire, Point from, Point to) {
    boolean free =
        laid.blocks.stream().noneMatch(block -> between(from, to, block))
            && laid.ways.entrySet().stream()
                .noneMatch(way -> way.getKey() != wire && meets(from, to, way.getValue()));
    if (free) {
      laid.ways.put(wire, List.of(from, to));
    }
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
      boolean crosses = way.get(0).x() <= 0 || way.get(way.size() - 1).x() >= laid.width;
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
