package io.github.chainbook.figure.plantuml;

import io.github.chainbook.text.VisibleText;
import java.util.Arrays;

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
   * VisibleText}. Spaces that PlantUML would drop (at the ends, and all but one of several) become
   * no-break spaces.
   */
  public static String escape(String text) {
    int[] points = VisibleText.of(text).codePoints().toArray();
    StringBuilder out = new StringBuilder(points.length * 4);
    for (int i = 0; i < points.length; i++) {
      int c = points[i];
      boolean atEnd = i == 0 || i == points.length - 1;
      if (c == ' ') {
        out.append(atEnd || points[i - 1] == ' ' ? NO_BREAK_SPACE : " ");
      } else if (c < 0x80 && !Character.isLetterOrDigit(c)
          || c == EN_DASH
          || atEnd && Character.isSpaceChar(c)) {
        out.append(String.format("<U+%04X>", c));
      } else {
        out.appendCodePoint(c);
      }
    }
    // It draws nothing at all of a diagram with a text that takes no room.
    return points.length > 0 && Arrays.stream(points).allMatch(PlantUmlText::takesNoRoom)
        ? out + NO_BREAK_SPACE
        : out.toString();
  }

  private static boolean takesNoRoom(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }
}
