package io.github.chainbook.figure.svg;

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
