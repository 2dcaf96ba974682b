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
    List<Token> words = new ArrayList<>(4);
    int pairs = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isBlank(text.charAt(i))) {
        int start = i;
        int column = firstColumn + start - pairs;
        for (; i < text.length() && !isBlank(text.charAt(i)); i++) {
          if (i > start && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
            pairs++;
          }
        }
        words.add(new Token(text.substring(start, i), column, false));
      }
    }
    return words;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
