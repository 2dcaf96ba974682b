package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Tables;
import java.util.List;
import java.util.Optional;

/**
 * A line of a section that is a command of iptables: {@code [packets:bytes] -A CHAIN rule}, or one
 * of {@code -I}, {@code -N}, {@code -P}, {@code -F} and {@code -X}, which scripts hold.
 */
final class CommandLine {

  /** MAX_ARGC of iptables 1.8.9, less what iptables-restore itself puts before a rule's words. */
  private static final int MAX_WORDS = 250;

  private final Catalogue catalogue;
  private final TableBuilder table;
  private final Findings findings;

  CommandLine(Catalogue catalogue, TableBuilder table, Findings findings) {
    this.catalogue = catalogue;
    this.table = table;
    this.findings = findings;
  }

  void read(String line, Position at) throws SyntaxError {
    Command command = Command.of(line, at);
    String name =
        catalogue.general().option(command.name().text()).map(OptionSpec::name).orElse("unknown");
    switch (name) {
      case "-A" -> addRule(command, 1, command.word(0, "the name of a chain"), Integer.MAX_VALUE);
      case "-I" -> insert(command);
      case "-N" -> newChain(command);
      case "-P" -> policy(command);
      case "-F" -> flush(command);
      case "-X" -> delete(command);
      default ->
          throw new SyntaxError(
              "unsupported-command",
              command.name().column(),
              "expected -A, -I, -N, -P, -F or -X, found '" + command.name().text() + "'");
    }
  }

  private void insert(Command command) throws SyntaxError {
    Token chain = command.word(0, "the name of a chain");
    Optional<Token> number =
        command.words().stream().skip(1).limit(1).filter(w -> w.text().matches("\\d+")).findFirst();
    int rules = table.find(chain.text()).map(c -> c.entries().size()).orElse(0);
    int place = 1;
    if (number.isPresent()) {
      String digits = number.get().text();
      place = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
      if (place < 1 || place > rules + 1) {
        throw new SyntaxError(
            "bad-rule-number",
            number.get().column(),
            "expected a number from 1 to " + (rules + 1) + ", found " + digits);
      }
    }
    addRule(command, number.isPresent() ? 2 : 1, chain, place - 1);
  }

  // A line that cannot be read keeps its place, so that the numbers of the rules below it hold.
  private void addRule(Command command, int from, Token chain, int index) throws SyntaxError {
    Position at = command.at();
    List<ChainBuilder.Entry> entries =
        table.use(chain.text(), at.atColumn(chain.column())).entries();
    int place = Math.min(index, entries.size());
    entries.add(place, new ChainBuilder.Entry(at, Optional.empty(), Optional.empty()));
    command.refuseUnclosedQuote();
    if (command.words().size() > MAX_WORDS) {
      throw new SyntaxError(
          "too-many-words",
          command.words().get(MAX_WORDS).column(),
          "a rule has at most " + (MAX_WORDS + 1) + " words");
    }
    Optional<Counters> counters = command.counters();
    ParsedRule rule = RuleParser.parse(catalogue, command.words(), from, this::isChain);
    entries.set(place, new ChainBuilder.Entry(at, counters, Optional.of(rule)));
    rule.modules().forEach(module -> checkKnown(module, at));
  }

  private boolean isChain(String name) {
    return table.find(name).isPresent();
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

  private void newChain(Command command) throws SyntaxError {
    Token name = command.word(0, "a name");
    command.endsBefore(1);
    ChainLine.checkName(name);
    if (name.text().startsWith("-") || name.text().startsWith("!")) {
      throw new SyntaxError(
          "bad-chain-name", name.column(), "-N takes no name that begins with - or !");
    }
    if (catalogue.hasTarget(name.text())) {
      throw new SyntaxError(
          "bad-chain-name", name.column(), "-N takes no name of a target: " + name.text());
    }
    boolean declared =
        table.find(name.text()).filter(c -> c.origin() == Chain.Origin.DECLARED).isPresent();
    if (declared || Tables.isBuiltIn(table.name(), name.text())) {
      throw new SyntaxError(
          "duplicate-chain", name.column(), "chain " + name.text() + " exists already");
    }
    Position at = command.at();
    table.use(name.text(), at.atColumn(name.column())).declare(at.line());
  }

  private void policy(Command command) throws SyntaxError {
    Token name = command.word(0, "the name of a built-in chain");
    Token policy = command.word(1, "a policy");
    command.endsBefore(2);
    if (!Tables.isBuiltIn(table.name(), name.text())) {
      throw new SyntaxError(
          "bad-policy",
          name.column(),
          "-P is for built-in chains: " + String.join(", ", Tables.builtInChains(table.name())));
    }
    ChainLine.refuseDash(policy);
    ChainLine line = ChainLine.parse(List.of(name, policy), table.name(), policy.column());
    ChainBuilder chain = table.use(name.text(), command.at().atColumn(name.column()));
    if (chain.origin() != Chain.Origin.DECLARED) {
      chain.declare(command.at().line());
    }
    chain.policy(line.policy(), Optional.empty());
  }

  private void flush(Command command) throws SyntaxError {
    command.endsBefore(1);
    if (command.words().isEmpty()) {
      table.chains().forEach(chain -> chain.entries().clear());
      return;
    }
    Token name = command.words().get(0);
    if (!isUnusedBuiltIn(name)) {
      existing(name).entries().clear();
    }
  }

  private void delete(Command command) throws SyntaxError {
    command.endsBefore(1);
    if (command.words().isEmpty()) {
      List.copyOf(table.chains()).stream()
          .filter(chain -> !chain.builtIn())
          .forEach(chain -> table.remove(chain.name()));
      return;
    }
    Token name = command.words().get(0);
    if (isUnusedBuiltIn(name) || existing(name).builtIn()) {
      throw new SyntaxError(
          "bad-chain-name", name.column(), "a built-in chain cannot be deleted: " + name.text());
    }
    table.remove(name.text());
  }

  private boolean isUnusedBuiltIn(Token name) {
    return Tables.isBuiltIn(table.name(), name.text()) && !isChain(name.text());
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
