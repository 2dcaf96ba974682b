package io.github.chainbook.text;

/**
 * Text from outside, written so that AsciiDoc shows it and does nothing else with it. Every
 * character that could mean something to Asciidoctor becomes a numeric character reference, which
 * Asciidoctor hands on untouched to HTML, PDF and EPUB.
 */
public final class AsciiDocText {

  private AsciiDocText() {}

  /**
   * The text for a paragraph, a table cell, a block title or a reference text. What cannot be shown
   * is made visible first, see {@link VisibleText}.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    VisibleText.of(text).codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    boolean plain = c >= 0x80 || Character.isLetterOrDigit(c) || c == ' ';
    if (plain) {
      out.appendCodePoint(c);
    } else {
      out.append("&#").append(c).append(';');
    }
  }
}
