package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import java.util.List;

/**
 * Reads the lines of a dump that declare chains.
 *
 * @param sections the table that they are of
 * @param findings where it is reported what is odd about them
 */
record ChainLines(Sections sections, Findings findings) {

  /** Reads the line with this index if it declares a chain and says nothing else. */
  boolean readPlain(SourceText source, int index) {
    if (!sections.isOpen() || !source.startsWith(index, ":")) {
      return false;
    }
    String name = ChainLine.plainName(source.lines().get(index));
    return name != null && sections.open().declare(name, source.position(index, 1));
  }

  /** Reads a line that declares a chain, whose colon stands here. */
  void read(String text, Position colon) throws SyntaxError {
    TableBuilder table = sections.table(colon.column());
    List<Token> words = Blanks.split(text.substring(colon.column()), colon.column() + 1);
    int lineEnd = text.codePointCount(0, text.length()) + 1;
    ChainLine read = ChainLine.parse(words, table.name(), lineEnd);
    ChainBuilder chain = table.use(read.name(), colon);
    if (chain.origin() == Chain.Origin.DECLARED && chain.builtIn()) {
      findings.add(
          Diagnostic.warning(
              "chain-again",
              colon.atColumn(words.get(0).column()),
              "built-in chain "
                  + read.name()
                  + " stands in line "
                  + chain.line()
                  + " already; its policy there is overwritten"));
    } else if (chain.origin() == Chain.Origin.DECLARED) {
      throw new SyntaxError(
          "duplicate-chain",
          words.get(0).column(),
          "chain " + read.name() + " is declared in line " + chain.line() + " already");
    }
    chain.declare(colon.line());
    chain.policy(read.policy(), read.counters());
    read.rest().ifPresent(rest -> behindChain(text, rest, colon.atColumn(rest.column())));
  }

  // What is well formed at the head of the line declares its chain, whatever hangs behind it.
  private void behindChain(String text, Token first, Position where) {
    String rest = text.substring(text.offsetByCodePoints(0, where.column() - 1));
    if (first.text().startsWith("[") && Counters.parse(first.text()).isEmpty()) {
      findings.add(
          Diagnostic.error(
              "bad-counters",
              where,
              "expected counters [packets:bytes], found '" + first.text() + "'",
              "the counters and what is behind them are set aside"));
    } else {
      findings.add(
          Diagnostic.error(
              "text-after-chain",
              where,
              "expected the end of the line after the chain's declaration, found '" + rest + "'",
              "the text behind the declaration is set aside"));
    }
    findings.setAside(where, rest);
  }
}
