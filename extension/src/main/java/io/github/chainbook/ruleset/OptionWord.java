package io.github.chainbook.ruleset;

import java.util.Optional;

/**
 * A word that names an option, cut from the value that may hang on it: {@code --dport=80}, {@code
 * -mtcp}.
 *
 * @param name the option alone
 * @param value what hangs on it
 */
record OptionWord(Token name, Optional<Token> value) {

  /**
   * Cuts a word.
   *
   * @param word an option, see {@link Token#isOption()}
   */
  static OptionWord of(Token word) {
    String text = word.text();
    int end = text.startsWith("--") ? text.indexOf('=') : 2;
    if (end < 0 || end == text.length()) {
      return new OptionWord(word, Optional.empty());
    }
    int valueFrom = text.startsWith("--") ? end + 1 : end;
    int column = word.column() + text.codePointCount(0, valueFrom);
    return new OptionWord(
        new Token(text.substring(0, end), word.column(), false),
        Optional.of(new Token(text.substring(valueFrom), column, word.quoted())));
  }
}
