package io.github.chainbook.figure.layout;

/**
 * A piece of text in its place.
 *
 * @param role what it is, which decides its look
 * @param text what it says
 * @param x where it begins, from the left end of its box
 * @param y where its base lies, from the top of its box
 * @param font how high its font is
 */
public record Words(Role role, String text, double x, double y, double font) {

  /** What a piece of text is. */
  public enum Role {
    NAME,
    SUBTITLE,
    NUMBER,
    CONDITION,
    ACTION,
    STEP,
    EFFECT
  }

  /** The same elsewhere. */
  Words moved(double right, double down) {
    return new Words(role, text, x + right, y + down, font);
  }

  /** How wide it is. */
  public double width() {
    return Metrics.width(Cells.of(text), font);
  }
}
