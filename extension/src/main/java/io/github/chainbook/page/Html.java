package io.github.chainbook.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads HTML so that it is written again as it was: same blanks, one kind of line end. */
final class Html {

  private Html() {}

  /**
   * Parses a whole document.
   *
   * @param text the HTML, with any of the three line ends; they all become a line feed, as HTML's
   *     own rules ask for
   */
  static Document parse(String text) {
    Document document = Jsoup.parse(text.replace("\r\n", "\n").replace('\r', '\n'));
    // Pretty printing would move blanks about in listings and between inline elements.
    document.outputSettings().prettyPrint(false).charset("UTF-8");
    return document;
  }

  /** Whether an element is a heading, {@code h1} to {@code h6}. */
  static boolean isHeading(Element element) {
    String name = element.normalName();
    return name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6';
  }

  /** The level of a heading, 1 to 6. */
  static int level(Element heading) {
    return heading.normalName().charAt(1) - '0';
  }
}
