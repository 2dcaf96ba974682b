package io.github.chainbook.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** The ways through the book: its contents, the sections of a page, the pages before and after. */
final class Navigation {

  private final List<Leaf> leaves;

  /**
   * Creates the navigation of a book.
   *
   * @param leaves all leaves in reading order, their headings renamed by {@link Headings}
   */
  Navigation(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  /** All parts and chapters, with the sections of the current page below it. */
  Element contents(Leaf current) {
    return chapters(null, current, false);
  }

  /** What a front page or a part's page lists: its chapters with their sections; null if none. */
  Element overview(Leaf current) {
    Element list =
        switch (current.kind()) {
          case FRONT -> chapters(null, current, true);
          case PART -> chapters(current, current, true);
          case CHAPTER -> list();
        };
    return list.childrenSize() == 0 ? null : list;
  }

  /** The headings of a page below its title, two levels of them; null if there are none. */
  Element sections(Leaf leaf) {
    Elements headings = leaf.body().select("h2[id], h3[id]");
    Element list = headings(headings, "");
    return list.childrenSize() == 0 ? null : list;
  }

  Optional<Leaf> previous(Leaf leaf) {
    return at(leaves.indexOf(leaf) - 1);
  }

  Optional<Leaf> next(Leaf leaf) {
    return at(leaves.indexOf(leaf) + 1);
  }

  private Optional<Leaf> at(int index) {
    return index >= 0 && index < leaves.size() ? Optional.of(leaves.get(index)) : Optional.empty();
  }

  private Element chapters(Leaf part, Leaf current, boolean allSections) {
    Element list = list();
    for (Leaf leaf : leaves) {
      if (leaf.kind() == Leaf.Kind.FRONT || leaf.part().orElse(null) != part) {
        continue;
      }
      Element item = item(list, leaf.href(), leaf.heading());
      if (leaf == current) {
        item.child(0).attr("aria-current", "page");
      }
      Element below = list();
      if (leaf.kind() == Leaf.Kind.PART) {
        item.addClass("part");
        below = chapters(leaf, current, allSections);
      } else if (allSections || leaf == current) {
        // Discrete headings are left out here: only sections have a place in the contents.
        String page = leaf == current ? "" : leaf.href();
        below = headings(leaf.body().select("div.sect2 > h2[id]:not(.discrete)"), page);
      }
      if (below.childrenSize() > 0) {
        item.appendChild(below);
      }
    }
    return list;
  }

  private static Element headings(Elements headings, String page) {
    Element list = list();
    for (Element heading : headings) {
      item(list, page + "#" + heading.id(), heading).addClass("level-" + Html.level(heading));
    }
    return list;
  }

  private static Element list() {
    return new Element("ul").appendChild(new TextNode("\n"));
  }

  private static Element item(Element list, String href, Element heading) {
    Element item = list.appendElement("li");
    item.appendElement("a").attr("href", href).appendChildren(Titles.markup(heading));
    list.appendChild(new TextNode("\n"));
    return item;
  }
}
