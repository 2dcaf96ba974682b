package io.github.chainbook.page;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * A converted book, taken apart but not yet changed.
 *
 * @param language the value of {@code lang}, as HTML spells it; empty if the book names none
 * @param leaves front matter, parts and chapters in reading order; the first is the front matter
 * @param footnotes the definitions of all footnotes by their id, in the book's order
 */
record Book(String language, List<Leaf> leaves, Map<String, Element> footnotes) {

  Leaf front() {
    return leaves.get(0);
  }

  String title() {
    return front().title();
  }
}
