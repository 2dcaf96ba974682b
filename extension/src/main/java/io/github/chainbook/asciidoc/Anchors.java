package io.github.chainbook.asciidoc;

/** Gives the parts of rulesets their places in generated text, each in the book's first only. */
interface Anchors {

  /** Takes an id; false if it has its place already, or may not have it. */
  boolean claim(String id);

  /** Text that becomes an anchor, to which what refers to it says {@code referenceText}. */
  String anchor(String id, String referenceText);

  /** Text that becomes a link. */
  String link(String id, String escapedText);
}
