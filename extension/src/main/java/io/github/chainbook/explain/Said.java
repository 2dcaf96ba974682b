package io.github.chainbook.explain;

import io.github.chainbook.explain.Phrase.Key;
import java.util.List;

/**
 * What fills a slot of a message.
 *
 * @param kind what a message may choose its words by: {@code range}, {@code host}, …
 * @param phrases what stands in the slot
 */
record Said(String kind, List<Phrase> phrases) {

  /** The kind of what somebody named: its letters choose nothing. */
  static final String NAME = "name";

  Said {
    phrases = List.copyOf(phrases);
  }

  /** Nothing: for slots that only choose. */
  static Said kind(String kind) {
    return new Said(kind, List.of());
  }

  /** A value of the rule. */
  static Said key(String kind, String text) {
    return new Said(kind, List.of(new Key(text)));
  }

  /** A value that is its own kind. */
  static Said key(String text) {
    return key(text, text);
  }

  String text() {
    return String.join("", phrases.stream().map(Phrase::text).toList());
  }
}
