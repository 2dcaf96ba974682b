package io.github.chainbook.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The theme's page, with places that are filled for each page of the book.
 *
 * <p>A place is an element with the attribute {@code data-slot}. All words that are not the book's
 * stand in the template, none in the program.
 */
public final class Template {

  /** The places every template has. */
  private static final List<String> SLOTS =
      List.of(
          "title",
          "book",
          "contents",
          "part",
          "part-title",
          "text",
          "overview",
          "overview-list",
          "footnotes",
          "footnotes-list",
          "previous",
          "previous-title",
          "next",
          "next-title",
          "sections",
          "sections-list");

  private final Document document;

  private Template(Document document) {
    this.document = document;
  }

  /**
   * Reads a template.
   *
   * @param file an HTML page with all places
   * @throws PagesException if a place is missing or stands more than once
   */
  public static Template read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new PagesException("The theme has no page template: " + file);
    }
    return parse(Files.readString(file), file.toString());
  }

  static Template parse(String html, String name) {
    Document document = Html.parse(html);
    List<Problem> problems =
        SLOTS.stream()
            .filter(slot -> document.select(selector(slot)).size() != 1)
            .map(slot -> Problem.of(name, "needs one element with data-slot=\"" + slot + "\""))
            .toList();
    if (!problems.isEmpty()) {
      throw new PagesException("The page template is not complete.", problems);
    }
    // Comments speak to who edits the template, not to who reads a page.
    document.nodeStream(Comment.class).toList().forEach(Node::remove);
    return new Template(document);
  }

  /** The links below a figure, to be filled; empty if the theme has none. */
  Optional<Element> figureTools() {
    return Optional.ofNullable(document.selectFirst("template#figure-tools > *"))
        .map(Element::clone);
  }

  /** A copy to be filled. */
  Document copy() {
    return document.clone();
  }

  /** A place in a copy; the mark is taken off, since a finished page has no places any more. */
  static Element slot(Document copy, String name) {
    return copy.expectFirst(selector(name)).removeAttr("data-slot");
  }

  private static String selector(String slot) {
    return "[data-slot=" + slot + "]";
  }
}
