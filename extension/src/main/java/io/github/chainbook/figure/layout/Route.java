package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.Arrow;
import java.util.List;

/**
 * The way of an arrow: right-angled, from the border of a box to that of another.
 *
 * @param arrow the arrow
 * @param points its corners, both ends included
 */
public record Route(Arrow arrow, List<Point> points) {

  /** A place, in pixels from the left and upper end of the figure. */
  public record Point(double x, double y) {}
}
