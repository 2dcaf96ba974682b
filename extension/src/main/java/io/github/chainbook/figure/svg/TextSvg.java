package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.layout.Metrics;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;

/** Writes pieces of text. */
final class TextSvg {

  private final SvgText out;
  private final boolean print;

  /**
   * A writer.
   *
   * @param print whether each text says its font, for {@link PrintSvg}
   */
  TextSvg(SvgText out, boolean print) {
    this.out = out;
    this.print = print;
  }

  // The length keeps the text of a fallback font inside its box.
  void of(Words words, double x, double y, String style, String fill, String more) {
    out.raw("<text class=\"").raw(style).raw("\"");
    out.attribute("x", x + words.x()).attribute("y", y + words.y());
    if (print || words.font() != Metrics.FONT) {
      out.attribute("font-size", words.font());
    }
    out.raw(print ? " font-family=\"monospace\"" : "");
    out.attribute("textLength", words.width());
    out.raw(fill.equals(Palette.TEXT) && !print ? "" : " fill=\"" + fill + "\"");
    out.raw(more).raw(">").text(words.text()).raw("</text>");
  }
}
