package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.layout.DeploymentLayout.Frame;
import io.github.chainbook.figure.layout.DeploymentLayout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A group whose parts have places, counted from its own left and upper end. */
final class Laid {

  double width;
  double height;
  final List<Frame> frames = new ArrayList<>();
  final List<Placed> blocks = new ArrayList<>();

  /** By the number of a wire: all of its way, or what lies within, up to the border. */
  final Map<Integer, List<Point>> ways = new TreeMap<>();

  /** Takes over what lies in a group, which has its place in this one. */
  void add(Laid group, double x, double y) {
    group.frames.forEach(
        f -> frames.add(new Frame(f.group(), x + f.x(), y + f.y(), f.width(), f.height())));
    group.blocks.forEach(b -> blocks.add(new Placed(b.shape(), x + b.x(), y + b.y())));
    group.ways.forEach((wire, points) -> join(wire, moved(points, x, y)));
  }

  /** Moves blocks and ways. */
  void shift(double x, double y) {
    blocks.replaceAll(b -> new Placed(b.shape(), b.x() + x, b.y() + y));
    ways.replaceAll((wire, points) -> moved(points, x, y));
  }

  /** Leads the ways to its right border on, which was here before. */
  void extend(double border) {
    if (width > border) {
      ways.replaceAll(
          (wire, points) ->
              points.stream()
                  .map(p -> p.x() >= border - 0.5 ? new Point(width, p.y()) : p)
                  .toList());
    }
  }

  /** Adds a piece of a wire's way; it goes on where another one ends. */
  void join(int wire, List<Point> piece) {
    ways.merge(wire, piece, Laid::joined);
  }

  private static List<Point> joined(List<Point> one, List<Point> other) {
    List<Point> all = new ArrayList<>();
    boolean after = near(one.get(one.size() - 1), other.get(0));
    all.addAll(after ? one : other);
    List<Point> rest = after ? other : one;
    all.addAll(rest.subList(1, rest.size()));
    return all;
  }

  private static boolean near(Point a, Point b) {
    return Math.abs(a.x() - b.x()) < 0.5 && Math.abs(a.y() - b.y()) < 0.5;
  }

  private static List<Point> moved(List<Point> points, double x, double y) {
    return points.stream().map(p -> new Point(p.x() + x, p.y() + y)).toList();
  }
}
