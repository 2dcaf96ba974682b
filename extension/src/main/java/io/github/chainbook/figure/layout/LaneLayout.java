package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Arrow;
import io.github.chainbook.figure.Figure;
import io.github.chainbook.figure.Row.Met;
import io.github.chainbook.figure.layout.Layout.PassageRoute;
import io.github.chainbook.figure.layout.Layout.Placed;
import io.github.chainbook.figure.layout.Route.Point;
import io.github.chainbook.figure.walk.WalkFigure;
import io.github.chainbook.figure.walk.WalkFigure.Lane;
import io.github.chainbook.figure.walk.WalkFigure.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A packet's way: its lanes one below the other, each laid out by itself. */
public final class LaneLayout {

  private static final double BETWEEN = 26;
  private static final double FROM_LEFT = 24;
  private static final double GUTTER = 12;

  private final WalkFigure walk;
  private final boolean wide;
  private final List<Placed> boxes = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private double bottom;
  private double right;

  private LaneLayout(WalkFigure walk, boolean wide) {
    this.walk = walk;
    this.wide = wide;
  }

  /** From left to right. */
  public static Layout wide(WalkFigure walk) {
    return new LaneLayout(walk, true).layout(WideLayout::of);
  }

  /** In one column. */
  public static Layout narrow(WalkFigure walk) {
    return new LaneLayout(walk, false).layout(ColumnLayout::of);
  }

  private Layout layout(Function<Figure, Layout> inner) {
    // Who skips a lane goes round it, on the left.
    long around = walk.passages().stream().filter(p -> p.to() != p.from() + 1).count();
    double left = around * GUTTER;
    for (Lane lane : walk.lanes()) {
      add(lane, inner.apply(part(lane)), left);
    }
    List<PassageRoute> passages = new ArrayList<>();
    double gutter = left;
    for (Passage passage : walk.passages()) {
      boolean straight = passage.to() == passage.from() + 1;
      Placed from = boxes.get(leaves(passage.from()));
      Placed to = boxes.get(walk.lanes().get(passage.to()).first());
      double x = Metrics.MARGIN + left;
      if (straight) {
        Point begin = new Point(x + FROM_LEFT, bottom(from));
        Point end = new Point(x + FROM_LEFT, to.y());
        passages.add(route(passage, List.of(begin, end)));
      } else {
        double lane = Metrics.MARGIN + gutter - GUTTER;
        double y = bottom(from) - Metrics.BOTTOM - 6;
        double entry = to.y() + to.shape().entry();
        passages.add(
            route(
                passage,
                List.of(
                    new Point(from.x(), y),
                    new Point(lane, y),
                    new Point(lane, entry),
                    new Point(to.x(), entry))));
        gutter -= GUTTER;
      }
    }
    return Notes.below(walk.figure(), right, bottom, boxes, routes, passages);
  }

  private static PassageRoute route(Passage passage, List<Point> points) {
    Met met = passage.certain() ? Met.YES : Met.PERHAPS;
    return new PassageRoute(met, points, Optional.empty());
  }

  // In one column, a lane's other boxes stand below its first.
  private int leaves(int lane) {
    return wide ? walk.lanes().get(lane).first() : walk.lanes().get(lane).end() - 1;
  }

  private Figure part(Lane lane) {
    List<Arrow> arrows = new ArrayList<>();
    for (Arrow arrow : walk.figure().arrows()) {
      if (arrow.from() >= lane.first() && arrow.from() < lane.end()) {
        arrows.add(moved(arrow, -lane.first()));
      }
    }
    return new Figure("", "", walk.figure().boxes().subList(lane.first(), lane.end()), arrows);
  }

  private void add(Lane lane, Layout part, double left) {
    // The first box of a lane stands at the left, so that the way leads straight down.
    double dx = left + Metrics.MARGIN - part.boxes().get(0).x();
    double dy = walk.lanes().indexOf(lane) == 0 ? 0 : bottom - 2 * Metrics.MARGIN + BETWEEN;
    for (Placed box : part.boxes()) {
      boxes.add(new Placed(box.shape(), box.x() + dx, box.y() + dy));
    }
    for (Route route : part.routes()) {
      List<Point> points =
          route.points().stream().map(p -> new Point(p.x() + dx, p.y() + dy)).toList();
      routes.add(new Route(moved(route.arrow(), lane.first()), points));
    }
    bottom = dy + part.height();
    right = Math.max(right, dx + part.width());
  }

  private static Arrow moved(Arrow arrow, int by) {
    return new Arrow(
        arrow.from() + by,
        arrow.row(),
        arrow.to() + by,
        arrow.rule(),
        arrow.rules(),
        arrow.isGoto(),
        arrow.label(),
        arrow.link());
  }

  private static double bottom(Placed box) {
    return box.y() + box.shape().height();
  }
}
