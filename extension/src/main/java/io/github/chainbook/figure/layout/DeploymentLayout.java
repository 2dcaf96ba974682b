package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.DeploymentFigure;
import io.github.chainbook.figure.deployment.Group;
import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.Route.Point;
import java.util.List;

/**
 * A deployment whose parts have places, in pixels from its left and upper end.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param frames its groups, each before those in it
 * @param blocks its blocks, the titles of groups too
 * @param ways the ways of the wires that are seen
 */
public record DeploymentLayout(
    double width, double height, List<Frame> frames, List<Placed> blocks, List<Way> ways) {

  private static final int LINE_CELLS = 38;

  /** A figure that would be wider than a column of text breaks its lines earlier. */
  private static final int SHORT_LINE_CELLS = 30;

  static final double COLUMN = 830;

  /** What is wider has to be scrolled, since the theme shrinks no figure to less than 0.85. */
  private static final double MOST = COLUMN / 0.85;

  /** How wide a figure for narrow screens is at least, where there is enough to fill it. */
  static final double PHONE = 340;

  public DeploymentLayout {
    frames = List.copyOf(frames);
    blocks = List.copyOf(blocks);
    ways = List.copyOf(ways);
  }

  /** A group in its place. */
  public record Frame(Group group, double x, double y, double width, double height) {}

  /** A block in its place. */
  public record Placed(BlockShape shape, double x, double y) {}

  /** The way of a wire: right-angled, from the border of a block to that of another. */
  public record Way(Wire wire, List<Point> points) {}

  /**
   * Namespaces beside one another, and in each the flow's way from top to bottom; everything from
   * top to bottom where a page would not have room for that.
   */
  public static DeploymentLayout wide(DeploymentFigure figure) {
    DeploymentLayout layout = Nest.lay(figure, true, LINE_CELLS);
    if (layout.width() <= COLUMN) {
      return layout;
    }
    DeploymentLayout tighter = Nest.lay(figure, true, SHORT_LINE_CELLS);
    if (tighter.width() <= MOST) {
      return tighter;
    }
    DeploymentLayout upright = narrow(figure);
    return upright.width() < tighter.width() ? upright : tighter;
  }

  /** Everything from top to bottom, for narrow screens. */
  public static DeploymentLayout narrow(DeploymentFigure figure) {
    return Nest.lay(figure, false, LINE_CELLS);
  }
}
