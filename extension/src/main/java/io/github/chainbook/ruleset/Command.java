package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a line that is a command: {@code [packets:bytes] -A CHAIN rule}, say.
 *
 * @param name its name, as it stands
 * @param words the words behind its name
 * @param unclosedQuoteColumn the column of a quote that nothing closes, or 0
 * @param brackets the counters before it, as they stand
 * @param at where its line stands
 */
record Command(
    Token name, List<Token> words, int unclosedQuoteColumn, Optional<Token> brackets, Position at) {

  static Command of(String line, Position at, WordCache cache) throws SyntaxError {
    Tokenizer.Words words = Tokenizer.split(line, cache);
    Token start = words.tokens().get(0);
    Optional<Token> brackets = brackets(start);
    List<Token> tokens = withoutBrackets(words.tokens(), brackets);
    if (tokens.isEmpty() || !tokens.get(0).isOption()) {
      throw new SyntaxError(
          "not-a-rule",
          tokens.isEmpty() ? start.column() : tokens.get(0).column(),
          "expected a rule (-A CHAIN …), a chain (:CHAIN …), COMMIT or a comment (# …)");
    }
    OptionWord first = OptionWord.of(tokens.get(0));
    List<Token> rest = tokens.subList(1, tokens.size());
    if (first.value().isPresent()) {
      rest = new ArrayList<>(rest);
      rest.add(0, first.value().get());
    }
    return new Command(first.name(), rest, words.unclosedQuoteColumn(), brackets, at);
  }

  // The command may stand right behind the bracket.
  private static Optional<Token> brackets(Token first) {
    if (!first.text().startsWith("[")) {
      return Optional.empty();
    }
    int end = first.text().indexOf(']');
    String text = end < 0 ? first.text() : first.text().substring(0, end + 1);
    return Optional.of(new Token(text, first.column(), first.quoted()));
  }

  private static List<Token> withoutBrackets(List<Token> tokens, Optional<Token> brackets) {
    if (brackets.isEmpty()) {
      return tokens;
    }
    Token first = tokens.get(0);
    String behind = first.text().substring(brackets.get().text().length());
    List<Token> rest = new ArrayList<>(tokens.subList(1, tokens.size()));
    if (!behind.isEmpty()) {
      int length = first.text().codePointCount(0, brackets.get().text().length());
      rest.add(0, new Token(behind, first.column() + length, first.quoted()));
    }
    return rest;
  }

  Optional<Counters> counters() throws SyntaxError {
    Optional<Counters> counters = brackets.map(Token::text).flatMap(Counters::parse);
    if (brackets.isPresent() && counters.isEmpty()) {
      throw new SyntaxError(
          "bad-counters",
          brackets.get().column(),
          "expected counters [packets:bytes], found '" + brackets.get().text() + "'");
    }
    return counters;
  }

  Token word(int index, String expected) throws SyntaxError {
    if (index >= words.size()) {
      throw new SyntaxError(
          "missing-value", name.column(), "expected " + expected + " after " + name.text());
    }
    return words.get(index);
  }

  void endsBefore(int index) throws SyntaxError {
    refuseUnclosedQuote();
    if (index < words.size()) {
      Token stray = words.get(index);
      throw new SyntaxError(
          "stray-word",
          stray.column(),
          "expected the end of the line, found '" + stray.text() + "'");
    }
  }

  void refuseUnclosedQuote() throws SyntaxError {
    if (unclosedQuoteColumn > 0) {
      throw new SyntaxError(
          "unclosed-quote", unclosedQuoteColumn, "expected a closing quote for this one");
    }
  }
}
