package io.github.chainbook.words;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of what is said. */
public sealed interface Phrase {

  /** The piece as plain text. */
  String text();

  /** Pieces as one plain text. */
  static String text(List<Phrase> phrases) {
    return phrases.stream().map(Phrase::text).collect(Collectors.joining());
  }

  /** Words of ours. */
  record Words(String text) implements Phrase {}

  /** A value from the rule that the sentence turns on. */
  record Key(String text) implements Phrase {}

  /** A piece of the rule, as it stands. */
  record Code(String text) implements Phrase {}

  /** The name of another chain of the same table. */
  record ChainName(String text) implements Phrase {}
}
