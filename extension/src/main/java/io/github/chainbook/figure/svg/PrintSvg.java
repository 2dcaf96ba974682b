package io.github.chainbook.figure.svg;

import io.github.chainbook.figure.layout.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Makes an SVG that PlantUML drew fit for asciidoctor-pdf: its SVG library writes a letter spacing
 * that PDF readers refuse, and falls back to fonts without arrows. So no text is spaced; text of
 * fixed width gets the size at which the PDF's own font is as wide as the drawing expects.
 */
public final class PrintSvg {

  /**
   * The fixed-width font of asciidoctor-pdf's themes; a character of it is half as wide as high.
   */
  private static final String FIXED = "M+ 1mn";

  private static final double FIXED_WIDTH = 0.5;

  /** How wide a character of most fixed-width fonts is, measured by its height. */
  private static final double USUAL_WIDTH = 0.6;

  /** The font of asciidoctor-pdf's themes that has most characters. */
  private static final String FALLBACK = "M+ 1p Fallback";

  private PrintSvg() {}

  /** The picture for print. Doing it twice changes nothing more. */
  public static String prepare(String svg) {
    Document document = Jsoup.parse(svg, Parser.xmlParser());
    document.outputSettings().prettyPrint(false);
    for (Element text : document.select("text[font-family=monospace]")) {
      fixedWidth(text);
    }
    for (Element text : document.select("text")) {
      if (!isAscii(text.wholeText())) {
        text.attr("font-family", FALLBACK);
      }
      text.removeAttr("textLength").removeAttr("lengthAdjust");
    }
    return document.outerHtml();
  }

  // Each word stands in its own place: blanks in a row count for one in PDF. The fixed-width font
  // knows
  // ASCII only, so other signs are words of their own.
  private static void fixedWidth(Element text) {
    String content = text.wholeText();
    double width = cellWidth(text, Cells.of(content));
    double x = Double.parseDouble(text.attr("x"));
    Element last = text;
    for (Word word : words(content)) {
      Element part = text.shallowClone();
      part.appendText(word.text());
      double size = width / FIXED_WIDTH;
      // Signs of the fallback have widths of their own: they stand around the middle of their
      // place.
      double wider = word.ascii() ? 0 : fallbackWidth(word.text()) * size - word.cells() * width;
      part.attr("x", decimal(x + word.place() * width - wider / 2));
      part.attr("font-family", word.ascii() ? FIXED : FALLBACK);
      part.attr("font-size", decimal(size));
      last.after(part);
      last = part;
    }
    text.remove();
  }

  // PlantUML gives no length to a text of one character.
  private static double cellWidth(Element text, int count) {
    return text.hasAttr("textLength")
        ? Double.parseDouble(text.attr("textLength")) / Math.max(1, count)
        : Double.parseDouble(text.attr("font-size")) * USUAL_WIDTH;
  }

  private record Word(String text, int place, boolean ascii) {

    int cells() {
      return Cells.of(text);
    }
  }

  /** How wide the fallback draws it, measured by its height: hmtx of the font. */
  private static double fallbackWidth(String text) {
    return text.codePoints().mapToDouble(c -> c == '·' ? 0.28 : c == '–' ? 0.47 : 1).sum();
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int[] points = text.replace('\u00a0', ' ').codePoints().toArray();
    int place = 0;
    for (int i = 0; i < points.length; ) {
      int end = i + 1;
      boolean ascii = points[i] < 0x80;
      while (end < points.length && points[end] != ' ' && points[end] < 0x80 == ascii) {
        end++;
      }
      if (points[i] != ' ') {
        String word = new String(points, i, end - i);
        words.add(new Word(word, place, ascii));
        place += Cells.of(word);
        i = end;
      } else {
        place++;
        i++;
      }
    }
    return words;
  }

  private static boolean isAscii(String text) {
    return text.codePoints().allMatch(c -> c < 0x80);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
