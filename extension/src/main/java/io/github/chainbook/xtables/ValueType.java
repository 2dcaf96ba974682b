package io.github.chainbook.xtables;

import java.util.List;

/**
 * How the words behind an option are read, what they mean, and how iptables-save prints them.
 *
 * @param <T> what they mean; a value with its own {@code equals}
 */
public interface ValueType<T> {

  /** How many words it takes. */
  default int words() {
    return 1;
  }

  /** Whether its word may be left out. */
  default boolean isOptional() {
    return false;
  }

  /** Whether a word may look like an option, as a comment's text may. */
  default boolean isFreeText() {
    return false;
  }

  /** Which of its words need not each be read to know that they are right. */
  default PlainWord plainWord() {
    return PlainWord.NONE;
  }

  /**
   * Reads the words.
   *
   * @param words as many as {@link #words()} says, without quotes
   * @param rule what is known of the rule so far
   * @throws BadValue where iptables refuses them
   */
  T read(List<String> words, RuleContext rule) throws BadValue;

  /** The words as iptables-save prints them. */
  List<Value> print(T value);
}
