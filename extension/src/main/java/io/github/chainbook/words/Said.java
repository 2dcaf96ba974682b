package io.github.chainbook.words;

import io.github.chainbook.words.Phrase.Key;
import java.util.List;

/**
 * What fills a slot of a message.
 *
 * @param kind what a message may choose its words by: {@code range}, {@code host}, …
 * @param phrases what stands in the slot
 */
public record Said(String kind, List<Phrase> phrases) {

  /** The kind of what somebody named: its letters choose nothing. */
  public static final String NAME = "name";

  public Said {
    phrases = List.copyOf(phrases);
  }

  /** Nothing: for slots that only choose. */
  public static Said kind(String kind) {
    return new Said(kind, List.of());
  }

  /** A value of the rule. */
  public static Said key(String kind, String text) {
    return new Said(kind, List.of(new Key(text)));
  }

  /** What somebody named, or what has been said already: its letters choose nothing. */
  public static Said name(String text) {
    return key(NAME, text);
  }

  /** A value that is its own kind. */
  public static Said key(String text) {
    return key(text, text);
  }

  /** What stands in the slot, as plain text. */
  public String text() {
    return String.join("", phrases.stream().map(Phrase::text).toList());
  }
}
