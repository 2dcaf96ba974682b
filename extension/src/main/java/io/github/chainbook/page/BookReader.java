package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes the standalone HTML of a book apart.
 *
 * <p>What stands in {@code head}, a table of contents and the footer are left behind: the theme
 * brings its own, and the footer holds the time of conversion.
 */
final class BookReader {

  private final List<Leaf> leaves = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** By the id of an entry in the book's own table of contents: the id of the one it is below. */
  private final Map<String, String> parents = new HashMap<>();

  private Element body;
  private Leaf part;

  private BookReader() {}

  /**
   * Reads a book.
   *
   * @throws PagesException if it is no book of Asciidoctor's, has no chapter, or has a chapter
   *     without an id
   */
  static Book read(String html) {
    return new BookReader().book(Html.parse(html));
  }

  private Book book(Document document) {
    Element content = document.getElementById("content");
    if (content == null) {
      throw new PagesException(
          "The book has no element with the id \"content\": is it standalone HTML by Asciidoctor?");
    }
    tocParents(document);
    document.select("div#toc").remove();
    front(document);
    content.childNodesCopy().forEach(this::node);
    if (leaves.size() == 1) {
      problems.add(Problem.of(document.title(), "the book has no chapters to split it into"));
    }
    if (!problems.isEmpty()) {
      throw new PagesException("The book cannot be split into pages.", problems);
    }
    return new Book(
        document.select("html").attr("lang").strip().replace('_', '-'),
        List.copyOf(leaves),
        footnotes(document));
  }

  /**
   * Notes what the table of contents says about parts. An appendix after the last part looks just
   * like that part's last chapter; only there the two differ.
   */
  private void tocParents(Document document) {
    for (Element link : document.select("div#toc li > a[href^=#]")) {
      Element above = link.parent().parent().closest("li");
      Element aboveLink = above == null ? null : above.selectFirst("> a");
      parents.put(link.attr("href"), aboveLink == null ? "" : aboveLink.attr("href"));
    }
  }

  private void front(Document document) {
    open(Leaf.Kind.FRONT, "index", new Element("article"));
    Element title = document.selectFirst("#header > h1");
    body.appendChild(title == null ? new Element("h1").text(document.title()) : title.clone());
    document.select("#header > div.details").forEach(details -> body.appendChild(details.clone()));
  }

  private void node(Node node) {
    if (node instanceof Element element && element.is("h1.sect0")) {
      part = null;
      part = open(Leaf.Kind.PART, id(element), new Element("article"));
      body.appendChild(element);
    } else if (node instanceof Element element && element.is("div.sect1:has(> h2)")) {
      chapter(element);
    } else {
      body.appendChild(node);
    }
  }

  private void chapter(Element section) {
    Element heading = section.selectFirst("> h2");
    Element article = new Element("article");
    section.classNames().stream().filter(c -> !c.equals("sect1")).forEach(article::addClass);
    if (part != null && "".equals(parents.get("#" + heading.id()))) {
      part = null;
    }
    open(Leaf.Kind.CHAPTER, id(heading), article);
    body.appendChild(heading);
    for (Node child : section.childNodesCopy()) {
      if (child instanceof Element element && element.is("div.sectionbody")) {
        body.appendChildren(element.childNodesCopy());
      } else {
        body.appendChild(child);
      }
    }
  }

  private Leaf open(Leaf.Kind kind, String id, Element article) {
    body = article;
    Leaf leaf = new Leaf(kind, id, article, part);
    leaves.add(leaf);
    return leaf;
  }

  private String id(Element heading) {
    if (heading.id().isEmpty()) {
      problems.add(Problem.of(heading.text(), "the section has no id to name its page after"));
    }
    return heading.id();
  }

  private static Map<String, Element> footnotes(Document document) {
    Map<String, Element> footnotes = new LinkedHashMap<>();
    document
        .select("#footnotes > div.footnote[id]")
        .forEach(footnote -> footnotes.put(footnote.id(), footnote));
    return footnotes;
  }
}
