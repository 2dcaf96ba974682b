package io.github.chainbook.cli;

/**
 * Texts of JSON that were met before. Packets have the same few words and addresses again and
 * again; one object for each is less to make and knows its hash.
 */
final class Words {

  /** Longer texts are seldom met twice. */
  private static final int LONGEST = 40;

  private static final int SIZE = 1 << 8;

  private final String[] words = new String[SIZE];

  /** The text that stands there. */
  String of(char[] chars, int from, int length) {
    if (length > LONGEST) {
      return new String(chars, from, length);
    }
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + chars[from + i];
    }
    int place = (hash ^ hash >>> 15) & SIZE - 1;
    String word = words[place];
    if (word == null || !isAt(word, chars, from, length)) {
      word = new String(chars, from, length);
      words[place] = word;
    }
    return word;
  }

  private static boolean isAt(String word, char[] chars, int from, int length) {
    boolean same = word.length() == length;
    for (int i = 0; same && i < length; i++) {
      same = word.charAt(i) == chars[from + i];
    }
    return same;
  }
}
