package io.github.chainbook.figure.layout;

import java.util.List;

/**
 * A figure whose parts have places, in pixels from its left and upper end.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param boxes its boxes
 * @param routes the ways of its arrows
 * @param notes what is said below
 */
public record Layout(
    double width, double height, List<Placed> boxes, List<Route> routes, List<Words> notes) {

  /** A box in its place. */
  public record Placed(BoxShape shape, double x, double y) {}
}
