package io.github.chainbook.page;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/**
 * Gives the headings of a page levels of their own: the title is {@code h1}, what stands directly
 * below it {@code h2}, and so on without a gap.
 *
 * <p>In a book a chapter is an {@code h2}, and a discrete heading may have any level its author
 * liked. The order among the headings of a page stays, but no level is left out on the way down.
 */
final class Headings {

  private record Level(int book, int page) {}

  private Headings() {}

  /** Renames the headings below an element, whose first heading is the title of the page. */
  static void number(Element body) {
    Deque<Level> open = new ArrayDeque<>();
    for (Element element : body.getAllElements()) {
      if (!Html.isHeading(element)) {
        continue;
      }
      int level = level(element);
      // The title stays open to the end: nothing on its page stands beside it.
      while (open.size() > 1 && open.peek().book() >= level) {
        open.pop();
      }
      int page = open.isEmpty() ? 1 : open.peek().page() + 1;
      open.push(new Level(level, page));
      element.tagName("h" + Math.min(page, 6));
    }
  }

  /** The level in the book. A discrete heading within a section counts as below its title. */
  private static int level(Element heading) {
    int level = Html.level(heading);
    if (!heading.hasClass("discrete")) {
      return level;
    }
    // The title of div.sect2 is an h3, and so on. Its name has been changed by now, its class not.
    int title = 2;
    for (int section = 2; section <= 5; section++) {
      if (heading.closest("div.sect" + section) != null) {
        title = section + 1;
      }
    }
    return Math.max(level, title + 1);
  }
}
