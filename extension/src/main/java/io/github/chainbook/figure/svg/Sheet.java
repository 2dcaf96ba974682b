package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.layout.Metrics;
import io.github.chainbook.figure.layout.Words;
import io.github.chainbook.figure.plantuml.Palette;
import io.github.chainbook.text.VisibleText;

/**
 * What all pictures of ours have in common: the root element with its title and description, texts
 * and links.
 */
final class Sheet {

  final SvgText out = new SvgText();
  private final boolean print;

  /**
   * An empty sheet.
   *
   * @param print whether it is for asciidoctor-pdf, which reads no style sheet
   */
  Sheet(boolean print) {
    this.print = print;
  }

  /**
   * Begins the picture.
   *
   * @param classes its classes, {@code cb-wide} or {@code cb-narrow} among them
   * @param id what its own ids begin with
   * @param words its title and description
   */
  void begin(String classes, String id, double width, double height, FigureWords words) {
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cb-figure ").raw(classes).raw("\"");
    out.attribute("width", width).attribute("height", height);
    out.raw(" viewBox=\"0 0 ").number(width).raw(" ").number(height).raw("\"");
    out.raw(" role=\"group\"").attribute("aria-labelledby", id + "-svg-title");
    if (!words.description().isEmpty()) {
      out.attribute("aria-describedby", id + "-svg-desc");
    }
    // Where no style sheet tells them apart, one layout is enough.
    out.raw(classes.endsWith("cb-narrow") ? " display=\"none\"" : "");
    out.raw(" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\"");
    out.attribute("font-size", Metrics.FONT).attribute("fill", Palette.TEXT).raw(">");
    out.raw("<title").attribute("id", id + "-svg-title").raw(">").text(words.title());
    out.raw("</title>\n");
    if (!words.description().isEmpty()) {
      out.raw("<desc").attribute("id", id + "-svg-desc").raw(">").text(words.description());
      out.raw("</desc>\n");
    }
  }

  /** Ends the picture, and returns it. */
  String end() {
    String svg = out.raw("</svg>\n").toString();
    return print ? PrintSvg.prepare(svg) : svg;
  }

  /**
   * Begins a link, with what is said of it; {@link #close} ends it. What leads nowhere has the
   * words alone.
   *
   * @param more further attributes of the link
   */
  void open(Link link, String more) {
    boolean leads = !link.id().isEmpty();
    out.raw(leads ? "<a" : "<g");
    if (leads) {
      out.attribute("href", "#" + link.id()).raw(more);
    }
    out.raw("><title>").text(VisibleText.of(link.tip())).raw("</title>");
  }

  /** Ends a link. */
  SvgText close(Link link) {
    return out.raw(link.id().isEmpty() ? "</g>" : "</a>");
  }

  /**
   * Adds a text. Its length keeps that of a fallback font inside its box.
   *
   * @param x where the box begins that it is in
   * @param y where the box begins that it is in
   * @param more further attributes
   */
  void words(Words words, double x, double y, String style, String fill, String more) {
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
