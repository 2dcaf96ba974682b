package io.github.chainbook.figure.plantuml;

import io.github.chainbook.text.VisibleText;

/**
 * Text from outside, written so that PlantUML shows it and does nothing else with it. PlantUML
 * takes dashes, dots, slashes, quotes, brackets and more for markup, icons or commands, differently
 * in labels, boxes and links; the escape {@code <U+002D>} means the character and nothing else in
 * all of them.
 */
public final class PlantUmlText {

  private static final String NO_BREAK_SPACE = "<U+00A0>";

  /** PlantUML takes it for one of its own signs. */
  private static final int EN_DASH = 0x2013;

  private PlantUmlText() {}

  /**
   * The text for a label, a row or a tip. What cannot be shown is made visible first, see {@link
   * VisibleText}. Blanks that PlantUML would drop (at the ends, and all but one of several) become
   * no-break spaces.
   */
  public static String escape(String text) {
    int[] points = VisibleText.of(text).codePoints().toArray();
    StringBuilder out = new StringBuilder(points.length * 4);
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      if (c == ' ') {
        boolean inside = i > 0 && i < points.length - 1 && points[i - 1] != ' ';
        out.append(inside ? " " : NO_BREAK_SPACE);
      } else if (c < 0x80 && !Character.isLetterOrDigit(c) || c == EN_DASH) {
        out.append(String.format("<U+%04X>", c));
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }
}
