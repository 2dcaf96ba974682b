package io.github.chainbook.page;

import static io.github.chainbook.page.Template.slot;

import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Puts the leaves of a book into the theme's template. */
final class Binder {

  private final Template template;
  private final Book book;
  private final Navigation navigation;

  Binder(Template template, Book book) {
    this.template = template;
    this.book = book;
    this.navigation = new Navigation(book.leaves());
  }

  Page bind(Leaf leaf) {
    Document page = template.copy();
    if (!book.language().isEmpty()) {
      page.expectFirst("html").attr("lang", book.language());
    }
    boolean front = leaf.kind() == Leaf.Kind.FRONT;
    slot(page, "title").text(front ? book.title() : leaf.title() + " · " + book.title());
    slot(page, "book").attr("href", book.front().href()).text(book.title());
    slot(page, "contents").appendChild(navigation.contents(leaf));
    turn(leaf.part(), slot(page, "part-title"), slot(page, "part"));
    list(slot(page, "overview-list"), slot(page, "overview"), navigation.overview(leaf));
    list(slot(page, "sections-list"), slot(page, "sections"), navigation.sections(leaf));
    footnotes(leaf, slot(page, "footnotes-list"), slot(page, "footnotes"));
    turn(navigation.previous(leaf), slot(page, "previous-title"), slot(page, "previous"));
    turn(navigation.next(leaf), slot(page, "next-title"), slot(page, "next"));
    Map<String, String> files = FigureFiles.add(template, leaf);
    slot(page, "text").replaceWith(leaf.body());
    return new Page(leaf.file(), page.outerHtml() + "\n", files);
  }

  private static void list(Element place, Element whole, Element list) {
    if (list == null) {
      whole.remove();
    } else {
      place.appendChild(list);
    }
  }

  private static void footnotes(Leaf leaf, Element place, Element whole) {
    if (leaf.footnotes().isEmpty()) {
      whole.remove();
    }
    leaf.footnotes().forEach(footnote -> place.appendChild(footnote).append("\n"));
  }

  private static void turn(Optional<Leaf> to, Element title, Element link) {
    to.ifPresentOrElse(
        leaf -> {
          (link.is("a") ? link : title).attr("href", leaf.href());
          title.text(leaf.title());
        },
        link::remove);
  }
}
