package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * A line of a section that is a command of iptables: {@code [packets:bytes] -A CHAIN rule}, or one
 * of {@code -I}, {@code -N}, {@code -P}, {@code -F} and {@code -X}, which scripts hold.
 */
final class CommandLine {

  private final Catalogue catalogue;
  private final TableBuilder table;
  private final Findings findings;

  CommandLine(Catalogue catalogue, TableBuilder table, Findings findings) {
    this.catalogue = catalogue;
    this.table = table;
    this.findings = findings;
  }

  void read(String line, Position at) throws SyntaxError {
    Tokenizer.Words words = Tokenizer.split(line);
    List<Token> tokens = words.tokens();
    Optional<Counters> counters = counters(tokens.get(0));
    int first = counters.isPresent() ? 1 : 0;
    Token command = token(tokens, first, tokens.get(0), "a command such as -A");
    if (!command.isOption()) {
      throw new SyntaxError(
          "not-a-rule",
          command.column(),
          "expected a rule (-A CHAIN …), a chain (:CHAIN …), COMMIT or a comment (# …)");
    }
    switch (command.text()) {
      case "-A", "--append" -> {
        Token chain = token(tokens, first + 1, command, "the name of a chain");
        addRule(words, first + 2, chain, Integer.MAX_VALUE, counters, at);
      }
      case "-I", "--insert" -> insert(words, first + 1, counters, at);
      case "-N", "--new-chain" -> newChain(token(tokens, first + 1, command, "a name"), at);
      case "-P", "--policy" -> policy(tokens, first + 1, at);
      case "-F", "--flush" -> flush(tokens, first + 1);
      case "-X", "--delete-chain" -> delete(tokens, first + 1);
      default ->
          throw new SyntaxError(
              "unsupported-command",
              command.column(),
              "expected -A, -I, -N, -P, -F or -X, found '" + command.text() + "'");
    }
  }

  private static Optional<Counters> counters(Token first) throws SyntaxError {
    if (!first.text().startsWith("[")) {
      return Optional.empty();
    }
    Optional<Counters> counters = Counters.parse(first.text());
    if (counters.isEmpty()) {
      throw new SyntaxError(
          "bad-counters",
          first.column(),
          "expected counters [packets:bytes], found '" + first.text() + "'");
    }
    return counters;
  }

  private static Token token(List<Token> tokens, int index, Token before, String expected)
      throws SyntaxError {
    if (index >= tokens.size()) {
      throw new SyntaxError(
          "missing-value", before.column(), "expected " + expected + " after " + before.text());
    }
    return tokens.get(index);
  }

  private void insert(Tokenizer.Words words, int index, Optional<Counters> counters, Position at)
      throws SyntaxError {
    List<Token> tokens = words.tokens();
    Token chain = token(tokens, index, tokens.get(index - 1), "the name of a chain");
    int from = index + 1;
    int place = 1;
    if (from < tokens.size() && tokens.get(from).text().matches("\\d{1,9}")) {
      place = Integer.parseInt(tokens.get(from).text());
      from++;
    }
    int rules = table.find(chain.text()).map(c -> c.entries().size()).orElse(0);
    if (place < 1 || place > rules + 1) {
      throw new SyntaxError(
          "bad-rule-number",
          tokens.get(from - 1).column(),
          "expected a number from 1 to " + (rules + 1));
    }
    addRule(words, from, chain, place - 1, counters, at);
  }

  // A line that cannot be read keeps its place, so that the numbers of the rules below it hold.
  private void addRule(
      Tokenizer.Words words,
      int from,
      Token chain,
      int index,
      Optional<Counters> counters,
      Position at)
      throws SyntaxError {
    List<ChainBuilder.Entry> entries =
        table.use(chain.text(), at.atColumn(chain.column())).entries();
    int place = Math.min(index, entries.size());
    entries.add(place, new ChainBuilder.Entry(at, counters, Optional.empty()));
    if (words.unclosedQuoteColumn() > 0) {
      throw new SyntaxError(
          "unclosed-quote", words.unclosedQuoteColumn(), "expected a closing quote for this one");
    }
    ParsedRule rule = RuleParser.parse(catalogue, words.tokens(), from);
    entries.set(place, new ChainBuilder.Entry(at, counters, Optional.of(rule)));
    rule.modules().forEach(module -> checkKnown(module, at));
  }

  private void checkKnown(ParsedRule.Module module, Position at) {
    if (!catalogue.hasMatch(module.name())) {
      findings.add(
          Diagnostic.warning(
              "unknown-extension",
              at.atColumn(module.column()),
              "match "
                  + module.name()
                  + " is none of iptables 1.8.9; it is kept as it stands"
                  + DidYouMean.hint(module.name(), catalogue.matchNames())));
    }
  }

  private void newChain(Token name, Position at) throws SyntaxError {
    ChainLine.checkName(name);
    ChainBuilder chain = table.use(name.text(), at.atColumn(name.column()));
    if (chain.origin() == Chain.Origin.DECLARED || chain.builtIn()) {
      throw new SyntaxError(
          "duplicate-chain", name.column(), "chain " + name.text() + " exists already");
    }
    chain.declare(at.line());
  }

  private void policy(List<Token> tokens, int index, Position at) throws SyntaxError {
    Token command = tokens.get(index - 1);
    Token name = token(tokens, index, command, "the name of a built-in chain");
    Token policy = token(tokens, index + 1, command, "a policy");
    ChainLine line = ChainLine.parse(List.of(name, policy), table.name(), policy.column());
    ChainBuilder chain = table.use(name.text(), at.atColumn(name.column()));
    chain.declare(at.line());
    chain.policy(line.policy(), Optional.empty());
  }

  private void flush(List<Token> tokens, int index) throws SyntaxError {
    if (index == tokens.size()) {
      table.chains().forEach(chain -> chain.entries().clear());
    } else {
      existing(tokens.get(index)).entries().clear();
    }
  }

  private void delete(List<Token> tokens, int index) throws SyntaxError {
    if (index == tokens.size()) {
      List.copyOf(table.chains()).stream()
          .filter(chain -> !chain.builtIn())
          .forEach(chain -> table.remove(chain.name()));
    } else {
      table.remove(existing(tokens.get(index)).name());
    }
  }

  private ChainBuilder existing(Token name) throws SyntaxError {
    return table
        .find(name.text())
        .orElseThrow(
            () ->
                new SyntaxError(
                    "undeclared-chain",
                    name.column(),
                    "there is no chain " + name.text() + " to work on"));
  }
}
