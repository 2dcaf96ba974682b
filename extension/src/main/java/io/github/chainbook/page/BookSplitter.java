package io.github.chainbook.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a book that Asciidoctor converted in one piece into a page for each chapter.
 *
 * <p>Everything that depends on the whole book (numbers of sections, figures and tables, the words
 * of cross references) was settled by Asciidoctor and stays. What depends on the page is settled
 * here: where links lead, which footnotes stand below, the levels of headings, the ways to other
 * pages.
 *
 * <p>The same book and template give the same pages, byte by byte.
 */
public final class BookSplitter {

  private final Template template;

  /** Creates a splitter that puts pages into a template. */
  public BookSplitter(Template template) {
    this.template = template;
  }

  /**
   * Splits a book.
   *
   * @param html standalone HTML by Asciidoctor's html5 converter, doctype book
   * @return the pages in reading order, the front page first
   * @throws PagesException if there is nothing to split, if two pages would have one name, or if a
   *     link could mean two places; links that lead nowhere are {@link LinkCheck}'s to find
   */
  public List<Page> split(String html) {
    Book book = BookReader.read(html);
    List<Problem> problems = new ArrayList<>(PageNames.check(book.leaves()));
    for (Leaf leaf : book.leaves()) {
      Footnotes.attach(leaf, book.footnotes());
    }
    LinkRewriter links = new LinkRewriter(new IdIndex(book.leaves()), problems);
    for (Leaf leaf : book.leaves()) {
      links.rewrite(leaf);
      Headings.number(leaf.body());
      new RuleTables().finish(leaf.body());
      Figures.finish(leaf.body());
    }
    if (!problems.isEmpty()) {
      throw new PagesException("The book cannot be split into pages.", problems);
    }
    Binder binder = new Binder(template, book);
    return book.leaves().stream().map(binder::bind).toList();
  }
}
