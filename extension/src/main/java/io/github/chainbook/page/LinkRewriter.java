package io.github.chainbook.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/**
 * Lets the links inside the book find their place again after it was split.
 *
 * <p>Only links that a reader follows are touched, in text and in inline SVG. Other references,
 * such as {@code use} or a gradient's {@code href}, stay within their own picture.
 */
final class LinkRewriter {

  private static final List<String> ATTRIBUTES = List.of("href", "xlink:href");

  private final IdIndex index;
  private final List<Problem> problems;

  /**
   * Creates a rewriter.
   *
   * @param problems takes links whose place is in doubt; links that lead nowhere are left as they
   *     are, for {@link LinkCheck} to find
   */
  LinkRewriter(IdIndex index, List<Problem> problems) {
    this.index = index;
    this.problems = problems;
  }

  /** Rewrites all links of a page, those in its footnotes too. */
  void rewrite(Leaf leaf) {
    rewrite(leaf, leaf.body());
    leaf.footnotes().forEach(footnote -> rewrite(leaf, footnote));
  }

  private void rewrite(Leaf leaf, Element scope) {
    for (Element element : scope.select("a, area")) {
      for (String attribute : ATTRIBUTES) {
        String link = element.attr(attribute).strip();
        if (link.startsWith("#") && link.length() > 1 && !Footnotes.isFootnoteLink(link)) {
          element.attr(attribute, target(leaf, element, link));
        }
      }
    }
  }

  private String target(Leaf leaf, Element element, String link) {
    String fragment = link.substring(1);
    List<Leaf> pages = index.pages(fragment);
    if (pages.isEmpty() || pages.contains(leaf)) {
      return link;
    }
    if (pages.size() > 1) {
      String files = pages.stream().map(Leaf::file).collect(Collectors.joining(" and "));
      problems.add(
          new Problem(
              leaf.file(), element.text(), link, "the id stands on several pages: " + files));
      return link;
    }
    Leaf page = pages.get(0);
    // A link to a whole chapter leads to the top of its page, not below the page's head.
    return fragment.equals(page.heading().id()) ? page.href() : page.href() + link;
  }
}
