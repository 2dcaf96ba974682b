package io.github.chainbook.figure.layout;

/**
 * The measures of boxes, in pixels. A character of most fixed-width fonts is 0.6 times as wide as
 * the font is high.
 */
public final class Metrics {

  /** How high the font of rows is, and of names, and of what stands beside names. */
  public static final double FONT = 11;

  public static final double NAME_FONT = 12;
  public static final double SMALL_FONT = 10;

  /** How much the first line's base lies below the top of a row, of a name and of a note. */
  public static final double BASE = 14;

  /** How high a line is. */
  public static final double LINE = 15;

  /** How much room the place of a row in a packet's way has on its left and right. */
  public static final double STEP_PADDING = 5;

  static final double STEP_GAP = 7;
  static final double ROW_MARGIN = 5;
  static final double PADDING = 10;
  static final double BOTTOM = 4;
  static final double MARGIN = 8;

  /** How many cells lie between two texts of a line. */
  static final int GAP = 2;

  private static final double CELL = 0.6;

  private Metrics() {}

  /** How wide so many cells are. */
  public static double width(int cells, double font) {
    return cells * font * CELL;
  }
}
