package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.layout.Route.Point;
import java.util.List;

/** Draws the way of an arrow, with rounded bends and a head. */
final class ArrowPath {

  private static final double RADIUS = 6;
  private static final double HEAD = 8;
  private static final double HALF = 4;

  private final SvgText out;
  private final List<Point> points;

  ArrowPath(SvgText out, List<Point> points) {
    this.out = out;
    this.points = points;
  }

  /** Adds the line, which ends where the head begins. */
  void line() {
    line(HEAD);
  }

  /** Adds the line up to its end. */
  void wholeLine() {
    line(0);
  }

  private void line(double head) {
    move("M", points.get(0));
    int last = points.size() - 1;
    for (int i = 1; i < last; i++) {
      Point before = points.get(i - 1);
      Point corner = points.get(i);
      Point after = points.get(i + 1);
      double radius =
          Math.min(
              RADIUS,
              Math.min(
                  distance(before, corner) / (i == 1 ? 1 : 2),
                  distance(corner, after) / (i + 1 == last ? 1 : 2)));
      move("L", towards(corner, before, radius));
      move("Q", corner);
      move(" ", towards(corner, after, radius));
    }
    move("L", towards(points.get(last), points.get(last - 1), head));
  }

  /** Adds a cross a little before the end. */
  void cross() {
    int last = points.size() - 1;
    Point middle = towards(points.get(last), points.get(last - 1), HEAD);
    move("M", new Point(middle.x() - HALF, middle.y() - HALF));
    move("L", new Point(middle.x() + HALF, middle.y() + HALF));
    move("M", new Point(middle.x() + HALF, middle.y() - HALF));
    move("L", new Point(middle.x() - HALF, middle.y() + HALF));
  }

  /** Adds the head, a triangle whose tip touches the box. */
  void head() {
    Point tip = points.get(points.size() - 1);
    Point back = towards(tip, points.get(points.size() - 2), HEAD);
    double alongX = (tip.x() - back.x()) / HEAD;
    double alongY = (tip.y() - back.y()) / HEAD;
    move("M", tip);
    move("L", new Point(back.x() - alongY * HALF, back.y() + alongX * HALF));
    move("L", new Point(back.x() + alongY * HALF, back.y() - alongX * HALF));
    out.raw("z");
  }

  private void move(String command, Point to) {
    out.raw(command).number(to.x()).raw(" ").number(to.y());
  }

  private static double distance(Point a, Point b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static Point towards(Point from, Point to, double length) {
    double distance = distance(from, to);
    double share = distance == 0 ? 0 : length / distance;
    return new Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }
}
