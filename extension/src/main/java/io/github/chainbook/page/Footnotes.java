package io.github.chainbook.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Gives each page the footnotes that it refers to.
 *
 * <p>Asciidoctor lists all footnotes at the end of the book. Numbers are kept, so the first
 * footnote of a page may well be number 7.
 */
final class Footnotes {

  private static final String DEFINITION = "#_footnotedef_";
  private static final String REFERENCE = "_footnoteref_";

  private Footnotes() {}

  /** Whether a link leads from a mark to its footnote or back, which is always on one page. */
  static boolean isFootnoteLink(String link) {
    return link.startsWith(DEFINITION) || link.startsWith("#" + REFERENCE);
  }

  /**
   * Copies the footnotes of a page from the book to the page.
   *
   * <p>A footnote may be referred to from several pages, while only the first mark in the book has
   * an id. So that the way back leads to this page, the first mark here gets it too.
   *
   * @param definitions all footnotes of the book by id
   */
  static void attach(Leaf leaf, Map<String, Element> definitions) {
    Map<String, Element> firstMarks = new LinkedHashMap<>();
    for (Element mark : leaf.body().select("a.footnote[href^=" + DEFINITION + "]")) {
      firstMarks.putIfAbsent(mark.attr("href").substring(1), mark);
    }
    for (Map.Entry<String, Element> definition : definitions.entrySet()) {
      Element mark = firstMarks.get(definition.getKey());
      if (mark == null) {
        continue;
      }
      String back = REFERENCE + definition.getKey().substring(DEFINITION.length() - 1);
      if (leaf.body().getElementById(back) == null) {
        mark.id(back);
      }
      leaf.footnotes().add(definition.getValue().clone());
    }
  }
}
