package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Row;
import java.util.List;
import java.util.Optional;

/**
 * A figure whose parts have places, in pixels from its left and upper end.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param boxes its boxes
 * @param routes the ways of its arrows
 * @param passages the ways of packets from place to place
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
   * A way of packets from place to place.
   *
   * @param met whether the packet that the figure is about takes it
   * @param points its corners, both ends included
   * @param label who takes it
   */
  public record PassageRoute(Row.Met met, List<Route.Point> points, Optional<Words> label) {}

  /** A box in its place. */
  public record Placed(BoxShape shape, double x, double y) {}
}
