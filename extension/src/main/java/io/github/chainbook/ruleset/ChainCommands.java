package io.github.chainbook.ruleset;

import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;

/**
 * The commands of a script that are about whole chains: {@code -N}, {@code -P}, {@code -F} and
 * {@code -X}, as iptables.c of 1.8.9 carries them out.
 *
 * @param table the table that they change
 */
record ChainCommands(Catalogue catalogue, TableBuilder table) {

  /**
   * Carries a command out.
   *
   * @param name one of the four
   * @throws SyntaxError where iptables would refuse it; nothing is changed then
   */
  void run(String name, Command command) throws SyntaxError {
    switch (name) {
      case "-N" -> newChain(command);
      case "-P" -> policy(command);
      case "-F" -> flush(command);
      case "-X" -> delete(command);
      default -> throw new IllegalArgumentException(name);
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
    Optional<Counters> counters = policyCounters(command);
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
    chain.policy(line.policy(), counters);
  }

  // iptables -S -v prints: -P INPUT ACCEPT -c 10 20
  private static Optional<Counters> policyCounters(Command command) throws SyntaxError {
    if (command.words().size() < 3 || !command.words().get(2).is("-c")) {
      command.endsBefore(2);
      return Optional.empty();
    }
    Token packets = command.word(3, "packets and bytes");
    Optional<Counters> counters =
        Counters.of(packets.text(), command.word(4, "packets and bytes").text());
    command.endsBefore(5);
    if (counters.isEmpty()) {
      throw new SyntaxError("bad-counters", packets.column(), "expected two numbers after -c");
    }
    return counters;
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
    return Tables.isBuiltIn(table.name(), name.text()) && !table.find(name.text()).isPresent();
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
