package io.github.chainbook.figure.plantuml;

import java.util.ArrayList;
import java.util.List;

/** Breaks long text at blanks. */
final class Wrapping {

  private Wrapping() {}

  /**
   * The text in parts that, joined by one blank each, are the text again.
   *
   * @param width the most code points of a part; one word that is longer stays whole
   */
  static List<String> wrap(String text, int width) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      boolean full =
          !part.isEmpty()
              && part.codePointCount(0, part.length()) + 1 + word.codePointCount(0, word.length())
                  > width;
      if (full) {
        parts.add(part.toString());
        part.setLength(0);
        part.append(word);
      } else {
        part.append(part.isEmpty() ? "" : " ").append(word);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
