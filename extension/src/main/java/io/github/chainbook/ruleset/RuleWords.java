package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a rule, taken one after another. */
final class RuleWords {

  private final List<Token> tokens;
  private int next;
  private Optional<Token> hanging = Optional.empty();

  RuleWords(List<Token> tokens, int from) {
    this.tokens = tokens;
    this.next = from;
  }

  boolean isEmpty() {
    return next >= tokens.size();
  }

  Token next() {
    return tokens.get(next++);
  }

  /** Cuts the value off that hangs on an option's word; it is the first one to be taken. */
  Token option(Token word) {
    String text = word.text();
    boolean alone = text.charAt(1) == '-' ? text.indexOf('=') < 0 : text.length() == 2;
    if (alone) {
      hanging = Optional.empty();
      return word;
    }
    OptionWord option = OptionWord.of(word);
    hanging = option.value();
    return option.name();
  }

  void refuseHanging(Token name) throws SyntaxError {
    if (hanging.isPresent()) {
      throw new SyntaxError(
          "unexpected-value", hanging.get().column(), name.text() + " takes no value");
    }
  }

  /** The words behind an option. */
  List<Token> values(OptionSpec<?> spec, Token name) throws SyntaxError {
    int count = spec.values();
    // A word that may be left out stands behind a blank, or getopt_long refuses it.
    boolean leftOut = spec.type().isOptional() && (isEmpty() || startsOption(next));
    if (count == 0 || leftOut || spec.type().isOptional() && hanging.isPresent()) {
      return List.of();
    }
    // Like getopt_long, take the next word whatever it looks like; an interface may be called -x.
    Token first = first(name, count == 1 ? "a value" : count + " values");
    if (count == 1) {
      return List.of(first);
    }
    List<Token> values = new ArrayList<>(count);
    values.add(first);
    for (int i = 1; i < count; i++) {
      values.add(value(name, count + " values", spec.type().isFreeText()));
    }
    return values;
  }

  private Token first(Token option, String expected) throws SyntaxError {
    return hanging.isPresent() || isEmpty() ? value(option, expected, true) : next();
  }

  /** The name behind an option; also one that hangs on it is no name if it looks like an option. */
  Token name(Token option, String expected) throws SyntaxError {
    Token name = value(option, expected);
    if (name.text().isEmpty() || name.text().startsWith("-")) {
      throw new SyntaxError("missing-value", name.column(), "expected " + expected);
    }
    return name;
  }

  Token value(Token option, String expected) throws SyntaxError {
    return value(option, expected, false);
  }

  // Free text may look like anything: iptables-save prints the comment "--x" without quotes.
  private Token value(Token option, String expected, boolean text) throws SyntaxError {
    if (hanging.isPresent()) {
      Token value = hanging.get();
      hanging = Optional.empty();
      return value;
    }
    if (isEmpty() || !text && startsOption(next)) {
      throw missing(option, expected);
    }
    Token value = next();
    if (value.is("!") && !text) {
      throw negationBehind(option, value);
    }
    return value;
  }

  static SyntaxError missing(Token option, String expected) {
    return new SyntaxError(
        "missing-value", option.column(), "expected " + expected + " after " + option.text());
  }

  static SyntaxError negationBehind(Token option, Token negation) {
    return new SyntaxError(
        "negation-behind",
        negation.column(),
        "! stands before the option that it negates: ! " + option.text());
  }

  /** An option that nobody knows, with all words up to the next option. */
  RuleOption verbatim(Token word, boolean negated) {
    hanging = Optional.empty();
    List<Value> values = new ArrayList<>();
    while (!isEmpty() && !startsOption(next)) {
      Token token = next();
      values.add(new Value(token.text(), token.quoted()));
    }
    return RuleOption.verbatim(word.text(), values, negated);
  }

  private boolean startsOption(int index) {
    Token token = tokens.get(index);
    return token.isOption()
        || token.is("!") && index + 1 < tokens.size() && tokens.get(index + 1).isOption();
  }
}
