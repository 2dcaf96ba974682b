package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What becomes one page: the front matter, the opening of a part, or a chapter.
 *
 * <p>Not a record: two leaves are the same only if they are one, and splitting works on their
 * elements in place.
 */
final class Leaf {

  /** What a leaf is in the book. */
  enum Kind {
    FRONT,
    PART,
    CHAPTER
  }

  private final Kind kind;
  private final String id;
  private final Element body;
  private final Leaf part;
  private final List<Element> footnotes = new ArrayList<>();

  /**
   * Creates a leaf.
   *
   * @param id the id of its section, which names the page
   * @param body an element that holds the heading, as its first child, and everything below it
   * @param part the part that the chapter belongs to, or null
   */
  Leaf(Kind kind, String id, Element body, Leaf part) {
    this.kind = kind;
    this.id = id;
    this.body = body;
    this.part = part;
  }

  Kind kind() {
    return kind;
  }

  String id() {
    return id;
  }

  Element body() {
    return body;
  }

  Optional<Leaf> part() {
    return Optional.ofNullable(part);
  }

  /** The footnotes that this page refers to, in the book's order; filled while splitting. */
  List<Element> footnotes() {
    return footnotes;
  }

  Element heading() {
    return body.child(0);
  }

  /** The title as text, with its number. */
  String title() {
    return Titles.text(heading());
  }

  /** The name of the page's file. */
  String file() {
    return id + ".html";
  }

  /** The page as a link from another page of the book. */
  String href() {
    return Percent.encodeName(file());
  }
}
