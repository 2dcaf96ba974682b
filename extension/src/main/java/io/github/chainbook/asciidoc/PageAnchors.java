package io.github.chainbook.asciidoc;

/**
 * Places on a page that is no book: no author can have given an id away.
 *
 * @param book what the page holds
 */
record PageAnchors(Book book) implements Anchors {

  @Override
  public boolean claim(String id) {
    return book.claim(id);
  }

  @Override
  public String anchor(String id, String referenceText) {
    return book.marks().anchor(id);
  }

  @Override
  public String link(String id, String escapedText) {
    return book.marks().link(id, escapedText);
  }
}
