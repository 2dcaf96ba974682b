package io.github.chainbook.ruleset;

/**
 * Words that were met before. A large dump holds few different words many times; one object for
 * each is less to make, to keep and to compare.
 */
final class WordCache {

  /** Longer words are seldom met twice. */
  private static final int MAX_LENGTH = 40;

  private static final int SIZE = 1 << 12;

  private final String[] words = new String[SIZE];

  /**
   * A piece of a line as a word.
   *
   * @param hash the piece's hash, as {@link String#hashCode()} computes it
   */
  String word(String line, int from, int to, int hash) {
    int length = to - from;
    if (length > MAX_LENGTH) {
      return line.substring(from, to);
    }
    int slot = (hash ^ hash >>> 15) & SIZE - 1;
    String known = words[slot];
    if (known != null && known.length() == length && line.startsWith(known, from)) {
      return known;
    }
    String word = line.substring(from, to);
    words[slot] = word;
    return word;
  }
}
