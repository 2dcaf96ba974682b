package io.github.chainbook.ruleset;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words as iptables-restore 1.8.9 does ({@code add_param_to_argv} in its {@code
 * xshared.c}): blanks part words; only double quotes group; a backslash escapes inside quotes
 * alone; a closing quote ends the word.
 */
final class Tokenizer {

  private final String line;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int wordColumn;
  private boolean quoted;
  private int openQuoteColumn;

  private Tokenizer(String line) {
    this.line = line;
  }

  /**
   * The words of a line.
   *
   * @param unclosedQuoteColumn the column of a quote that nothing closes, 0 where there is none;
   *     the rest of the line is then the last word
   */
  record Words(List<Token> tokens, int unclosedQuoteColumn) {}

  static Words split(String line) {
    return new Tokenizer(line).run();
  }

  private Words run() {
    int column = 0;
    boolean escaped = false;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      column++;
      if (openQuoteColumn > 0) {
        if (!escaped && c == '\\') {
          escaped = true;
        } else if (!escaped && c == '"') {
          endWord();
        } else {
          word.appendCodePoint(c);
          escaped = false;
        }
      } else if (c == '"') {
        begin(column);
        openQuoteColumn = column;
        quoted = true;
      } else if (c == ' ' || c == '\t') {
        if (!word.isEmpty()) {
          endWord();
        }
      } else {
        begin(column);
        word.appendCodePoint(c);
      }
    }
    int unclosed = openQuoteColumn;
    if (!word.isEmpty() || unclosed > 0) {
      endWord();
    }
    return new Words(List.copyOf(tokens), unclosed);
  }

  private void begin(int column) {
    if (word.isEmpty()) {
      wordColumn = column;
    }
  }

  private void endWord() {
    tokens.add(new Token(word.toString(), wordColumn, quoted));
    word.setLength(0);
    quoted = false;
    openQuoteColumn = 0;
  }
}
