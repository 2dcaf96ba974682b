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
  private final WordCache cache;
  private final List<Token> tokens = new ArrayList<>(24);
  private final StringBuilder word = new StringBuilder();
  private int hash;
  private int column;
  private int wordColumn;
  private boolean quoted;
  private int openQuoteColumn;

  private Tokenizer(String line, WordCache cache) {
    this.line = line;
    this.cache = cache;
  }

  /**
   * The words of a line.
   *
   * @param unclosedQuoteColumn the column of a quote that nothing closes, 0 where there is none;
   *     the rest of the line is then the last word
   */
  record Words(List<Token> tokens, int unclosedQuoteColumn) {}

  static Words split(String line) {
    return split(line, new WordCache());
  }

  static Words split(String line, WordCache cache) {
    return new Tokenizer(line, cache).run();
  }

  private Words run() {
    int length = line.length();
    for (int i = 0; i < length; ) {
      int plain = word.isEmpty() && openQuoteColumn == 0 ? plainWord(i) : i;
      if (plain > i) {
        tokens.add(new Token(cache.word(line, i, plain, hash), column + 1, false));
        column += plain - i;
        i = plain;
        continue;
      }
      i = openQuoteColumn > 0 ? inQuotes(i) : outside(i);
    }
    int unclosed = openQuoteColumn;
    if (!word.isEmpty() || unclosed > 0) {
      endWord();
    }
    return new Words(tokens, unclosed);
  }

  /** The end of a word without quotes, in ASCII, that begins here; the index if there is none. */
  private int plainWord(int from) {
    int i = from;
    int h = 0;
    for (; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        break;
      }
      if (c == '"' || c >= 0x80) {
        return from;
      }
      h = 31 * h + c;
    }
    hash = h;
    return i;
  }

  private int outside(int at) {
    int c = line.codePointAt(at);
    column++;
    if (c == '"') {
      begin();
      openQuoteColumn = column;
      quoted = true;
    } else if (c == ' ' || c == '\t') {
      if (!word.isEmpty()) {
        endWord();
      }
    } else {
      begin();
      word.appendCodePoint(c);
    }
    return at + Character.charCount(c);
  }

  private int inQuotes(int at) {
    int i = at;
    while (i < line.length()) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      column++;
      if (c == '"') {
        endWord();
        return i;
      }
      if (c == '\\' && i < line.length()) {
        c = line.codePointAt(i);
        i += Character.charCount(c);
        column++;
      } else if (c == '\\') {
        return i;
      }
      word.appendCodePoint(c);
    }
    return i;
  }

  private void begin() {
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
