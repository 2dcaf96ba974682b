package io.github.chainbook.ruleset;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line at blanks, where quotes mean nothing: in lines that declare a chain. */
final class Blanks {

  private Blanks() {}

  /**
   * The words of a text.
   *
   * @param firstColumn the column of the text's first character
   */
  static List<Token> split(String text, int firstColumn) {
    List<Token> words = new ArrayList<>();
    int column = firstColumn;
    int wordColumn = 0;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < text.length(); column++) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == ' ' || c == '\t') {
        endWord(words, word, wordColumn);
      } else {
        wordColumn = word.isEmpty() ? column : wordColumn;
        word.appendCodePoint(c);
      }
    }
    endWord(words, word, wordColumn);
    return words;
  }

  private static void endWord(List<Token> words, StringBuilder word, int column) {
    if (!word.isEmpty()) {
      words.add(new Token(word.toString(), column, false));
      word.setLength(0);
    }
  }
}
