package io.github.chainbook.text;

/**
 * Text from outside, written so that AsciiDoc shows it and does nothing else with it. Every
 * character that could mean something to Asciidoctor becomes a numeric character reference, which
 * Asciidoctor hands on untouched to HTML, PDF and EPUB.
 */
public final class AsciiDocText {

  /** The only character outside ASCII that begins a list item. */
  private static final int BULLET = 0x2022;

  private AsciiDocText() {}

  /**
   * The text for a paragraph, a table cell, a block title or a reference text. What cannot be shown
   * is made visible first, see {@link VisibleText}.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() * 2);
    // A blank at the front would make a literal paragraph.
    int[] visible = VisibleText.of(text).codePoints().toArray();
    for (int i = 0; i < visible.length; i++) {
      append(out, visible[i], i == 0);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int c, boolean first) {
    boolean plain = c >= 0x80 && c != BULLET || Character.isLetterOrDigit(c) || c == ' ' && !first;
    if (plain) {
      out.appendCodePoint(c);
    } else {
      out.append("&#").append(c).append(';');
    }
  }
}
