package io.github.chainbook.words;

/** A piece of an explanation. */
public sealed interface Phrase {

  /** The piece as plain text. */
  String text();

  /** Words of ours. */
  record Words(String text) implements Phrase {}

  /** A value from the rule that the sentence turns on. */
  record Key(String text) implements Phrase {}

  /** A piece of the rule, as it stands. */
  record Code(String text) implements Phrase {}

  /** The name of another chain of the same table. */
  record ChainName(String text) implements Phrase {}
}
