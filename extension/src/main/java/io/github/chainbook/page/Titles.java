package io.github.chainbook.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** A heading's words for use elsewhere: in the contents, in links, in the window's title. */
final class Titles {

  private Titles() {}

  /** The words alone. */
  static String text(Element heading) {
    return plain(heading).text().strip();
  }

  /** The words with their markup (code, emphasis), but without ids, links and footnote marks. */
  static List<Node> markup(Element heading) {
    return plain(heading).childNodesCopy();
  }

  private static Element plain(Element heading) {
    Element copy = heading.clone();
    copy.select("sup.footnote, sup.footnoteref, a.anchor").remove();
    // A link within a link is not HTML, and an id may stand only once.
    copy.select("a").unwrap();
    copy.getAllElements().forEach(element -> element.removeAttr("id"));
    return copy;
  }
}
