package io.github.chainbook.figure.layout;

import java.util.List;

/**
 * A figure whose parts have places, in pixels from its left and upper end.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param boxes its boxes
 * @param routes the ways of its arrows
 * @param passages the ways of a packet from table to table
 * @param notes what is said below
 */
public record Layout(
    double width,
    double height,
    List<Placed> boxes,
    List<Route> routes,
    List<PassageRoute> passages,
    List<Words> notes) {

  /**
   * The way of a packet from one table to the next.
   *
   * @param certain whether it takes it whatever is not known
   * @param points its corners, both ends included
   */
  public record PassageRoute(boolean certain, List<Route.Point> points) {}

  /** A box in its place. */
  public record Placed(BoxShape shape, double x, double y) {}
}
