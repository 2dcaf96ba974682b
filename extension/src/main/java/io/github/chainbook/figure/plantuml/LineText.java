package io.github.chainbook.figure.plantuml;

import io.github.chainbook.figure.Line;
import io.github.chainbook.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** Writes lines of text, so that PlantUML shows them one below the other. */
final class LineText {

  private LineText() {}

  /**
   * The lines joined by what PlantUML takes for a line break.
   *
   * @param width the most characters of a line; what is longer goes on in the next one
   * @param linked whether the lines' links are written
   */
  static String of(List<Line> lines, int width, boolean linked) {
    List<String> shown = new ArrayList<>();
    for (Line line : lines) {
      for (String part : Wrapping.wrap(line.text(), width)) {
        shown.add(part(line, part, linked));
      }
    }
    return String.join("\\n", shown);
  }

  // PlantUML shows a tag around nothing, and the address of a link that has no words.
  private static String part(Line line, String part, boolean linked) {
    if (VisibleText.of(part).codePoints().allMatch(LineText::isBlank)) {
      return PlantUmlText.escape(" ");
    }
    String text = PlantUmlText.escape(part);
    return tone(
        line,
        linked
            ? line.link().map(link -> "[[#" + link.id() + " " + text + "]]").orElse(text)
            : text);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String tone(Line line, String text) {
    return switch (line.tone()) {
      case HEAD -> "<b>" + text + "</b>";
      case PLAIN -> text;
      case SOFT -> "<size:10><color:" + Palette.SOFT + ">" + text + "</color></size>";
    };
  }
}
