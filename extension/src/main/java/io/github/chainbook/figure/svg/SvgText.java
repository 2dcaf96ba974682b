package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.FigureWords;
import io.github.chainbook.figure.Link;
import io.github.chainbook.figure.layout.Metrics;
import io.github.chainbook.figure.plantuml.Palette;
import io.github.chainbook.text.VisibleText;
import java.util.Locale;

/** Writes SVG, so that whatever stands in a text is text. */
final class SvgText {

  private final StringBuilder out = new StringBuilder(4096);

  /** Adds markup of our own. */
  SvgText raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds text, for content and for attribute values. */
  SvgText text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return this;
  }

  SvgText attribute(String name, String value) {
    return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
  }

  SvgText attribute(String name, double value) {
    return raw(" ").raw(name).raw("=\"").number(value).raw("\"");
  }

  /** Adds a number, to a tenth. */
  SvgText number(double value) {
    out.append(decimal(value));
    return this;
  }

  /**
   * Begins a picture; {@code </svg>} ends it.
   *
   * @param id what its own ids begin with
   * @param shape a class that says which of several layouts it is
   * @param words its title and description
   */
  void begin(double width, double height, String id, String shape, FigureWords words) {
    raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"cb-figure ").raw(shape).raw("\"");
    attribute("width", width).attribute("height", height);
    raw(" viewBox=\"0 0 ").number(width).raw(" ").number(height).raw("\"");
    raw(" role=\"group\"").attribute("aria-labelledby", id + "-svg-title");
    if (!words.description().isEmpty()) {
      attribute("aria-describedby", id + "-svg-desc");
    }
    // Where no style sheet tells them apart, one layout is enough.
    raw(shape.equals("cb-narrow") ? " display=\"none\"" : "");
    raw(" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\"");
    attribute("font-size", Metrics.FONT).attribute("fill", Palette.TEXT).raw(">");
    raw("<title").attribute("id", id + "-svg-title").raw(">").text(words.title());
    raw("</title>\n");
    if (!words.description().isEmpty()) {
      raw("<desc").attribute("id", id + "-svg-desc").raw(">").text(words.description());
      raw("</desc>\n");
    }
  }

  /** Begins a link, with what is said of it; {@link #close} ends it. */
  void open(Link link, String more) {
    raw(link.id().isEmpty() ? "<g" : "<a");
    if (!link.id().isEmpty()) {
      attribute("href", "#" + link.id()).raw(more);
    }
    raw("><title>").text(VisibleText.of(link.tip())).raw("</title>");
  }

  /** Ends a link. */
  SvgText close(Link link) {
    return raw(link.id().isEmpty() ? "</g>" : "</a>");
  }

  private static String decimal(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? String.valueOf(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
