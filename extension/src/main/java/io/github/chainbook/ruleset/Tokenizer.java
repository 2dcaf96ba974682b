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
  private int next;
  private int pairs;
  private int unclosedQuoteColumn;

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
    while (next < length) {
      char c = line.charAt(next);
      if (c == ' ' || c == '\t') {
        next++;
      } else if (c == '"') {
        quoted("", next);
      } else {
        plain();
      }
    }
    return new Words(tokens, unclosedQuoteColumn);
  }

  /** Columns count code points, and some of these are two characters. */
  private int column(int index) {
    return index + 1 - pairs;
  }

  private void plain() {
    int start = next;
    int startColumn = column(start);
    int hash = 0;
    int i = start;
    for (; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ' ' || c == '\t') {
        break;
      }
      if (c == '"') {
        quoted(line.substring(start, i), i, startColumn);
        return;
      }
      if (c >= Character.MIN_SURROGATE && isPair(i)) {
        pairs++;
        hash = 31 * hash + c;
        c = line.charAt(++i);
      }
      hash = 31 * hash + c;
    }
    tokens.add(new Token(cache.word(line, start, i, hash), startColumn, false));
    next = i;
  }

  private boolean isPair(int index) {
    return Character.isHighSurrogate(line.charAt(index))
        && index + 1 < line.length()
        && Character.isLowSurrogate(line.charAt(index + 1));
  }

  private void quoted(String before, int quote) {
    quoted(before, quote, column(quote));
  }

  /** A word whose quotes open here, with what stands before them. */
  private void quoted(String before, int quote, int wordColumn) {
    int quoteColumn = column(quote);
    int start = quote + 1;
    int end = start;
    StringBuilder text = null;
    while (end < line.length() && line.charAt(end) != '"') {
      char c = line.charAt(end);
      if (c == '\\') {
        text = text == null ? new StringBuilder(line.length()) : text;
        text.append(line, start, end);
        start = ++end;
      }
      if (end < line.length()) {
        pairs += isPair(end) ? 1 : 0;
        end++;
      }
    }
    String rest = line.substring(Math.min(start, end), end);
    String word = text == null ? rest : text.append(rest).toString();
    tokens.add(new Token(before.isEmpty() ? word : before + word, wordColumn, true));
    if (end == line.length()) {
      unclosedQuoteColumn = quoteColumn;
    }
    next = end + 1;
  }
}
