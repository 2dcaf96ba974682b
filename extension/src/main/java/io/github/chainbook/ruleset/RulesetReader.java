package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what iptables-save prints and iptables-restore reads.
 *
 * <pre>
 * dump    = { comment | blank | section }
 * section = "*" table { comment | blank | chain | command } "COMMIT"
 * chain   = ":" name policy [ counters ]
 * command = [ counters ] ("-A" | "-I" | "-N" | "-P" | "-F" | "-X") …
 * </pre>
 *
 * Nothing is thrown for bad input: each defect becomes a diagnostic, and the rest is read.
 */
public final class RulesetReader {

  private final Catalogue catalogue;

  /** A reader that knows the extensions of this catalogue. */
  public RulesetReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a dump.
   *
   * @param source the dump
   * @param family what the author says the family is; else it is found out
   */
  public Reading read(SourceText source, Optional<Family> family) {
    Run run = new Run(source);
    run.readAll();
    List<Table> tables = List.copyOf(run.tables.values());
    Family found = family.orElseGet(() -> FamilyDetector.detect(tables, run.comments));
    return new Reading(
        new Ruleset(found, tables, run.comments),
        run.findings.diagnostics(),
        run.findings.setAsideLines());
  }

  /** One reading of one dump. */
  private final class Run {

    private final SourceText source;
    private final Findings findings = new Findings();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private Optional<TableBuilder> open = Optional.empty();

    Run(SourceText source) {
      this.source = source;
    }

    void readAll() {
      if (refusedWhole()) {
        return;
      }
      for (int i = 0; i < source.lines().size(); i++) {
        line(withoutTrailingBlanks(source.lines().get(i)), source.position(i, 1));
      }
      open.ifPresent(
          table -> missingCommit(table, source.position(source.lines().size() - 1, 1), "after"));
      endTable();
    }

    private boolean refusedWhole() {
      Position start = source.position(0, 1);
      if (source.isBlank()) {
        findings.add(
            Diagnostic.error(
                "empty-dump", start, "the dump is empty: expected a line such as *filter"));
        return true;
      }
      for (int i = 0; i < source.lines().size(); i++) {
        int zero = source.lines().get(i).indexOf('\0');
        if (zero >= 0) {
          int column = source.lines().get(i).codePointCount(0, zero) + 1;
          findings.add(
              Diagnostic.error(
                  "binary-data",
                  source.position(i, column),
                  "this is no text (a zero byte): expected the output of iptables-save"));
          return true;
        }
      }
      if (source.lines().stream().noneMatch(l -> l.stripLeading().startsWith("*"))) {
        findings.add(
            Diagnostic.error(
                "no-table", start, "there is no table: expected a line such as *filter"));
        setAsideAll();
        return true;
      }
      return false;
    }

    private void setAsideAll() {
      for (int i = 0; i < source.lines().size(); i++) {
        String text = source.lines().get(i);
        if (text.startsWith("#")) {
          comments.add(text);
        } else if (!text.isBlank()) {
          findings.setAside(source.position(i, 1), text);
        }
      }
    }

    private void line(String text, Position at) {
      String body = text.stripLeading();
      if (body.isEmpty()) {
        return;
      }
      int indent = text.length() - body.length();
      if (body.charAt(0) == '#') {
        comments.add(body);
        refuseIndent(indent, at);
        return;
      }
      try {
        switch (body.charAt(0)) {
          case '*' -> beginTable(body, at.atColumn(1 + indent));
          case ':' -> chain(text, at.atColumn(1 + indent));
          default -> {
            if (body.equals("COMMIT")) {
              commit(at.atColumn(1 + indent));
            } else {
              new CommandLine(catalogue, table(1 + indent), findings).read(text, at);
              indent = body.charAt(0) == '[' ? indent : 0;
            }
          }
        }
        refuseIndent(indent, at);
      } catch (SyntaxError e) {
        findings.unreadable(e.code(), at.atColumn(e.column()), e.getMessage(), text);
      }
    }

    // iptables-restore looks for all but commands in the first column only.
    private void refuseIndent(int indent, Position at) {
      if (indent > 0) {
        findings.add(
            Diagnostic.error(
                "indented-line",
                at,
                "expected this line to begin in the first column",
                "the blanks before it are dropped"));
      }
    }

    private void beginTable(String body, Position at) throws SyntaxError {
      open.ifPresent(table -> missingCommit(table, at, "before"));
      endTable();
      List<Token> words = Blanks.split(body.substring(1), at.column() + 1);
      String name = words.isEmpty() ? "" : words.get(0).text();
      open = Optional.of(new TableBuilder(name, at, catalogue));
      if (!Tables.exists(name)) {
        findings.add(
            Diagnostic.error(
                "unknown-table",
                at.atColumn(words.isEmpty() ? at.column() + 1 : words.get(0).column()),
                "expected one of the tables "
                    + String.join(", ", Tables.NAMES)
                    + ", found '"
                    + name
                    + "'"
                    + DidYouMean.hint(name, Tables.NAMES)));
      }
      if (words.size() > 1) {
        Position where = at.atColumn(words.get(1).column());
        String rest = body.substring(body.offsetByCodePoints(0, where.column() - at.column()));
        findings.add(
            Diagnostic.error(
                "text-after-table",
                where,
                "expected the end of the line after the table's name, found '" + rest + "'",
                "the text behind the name is set aside"));
        findings.setAside(where, rest);
      }
    }

    private void missingCommit(TableBuilder table, Position where, String side) {
      findings.add(
          Diagnostic.error(
              "missing-commit",
              where,
              "expected COMMIT "
                  + side
                  + " this line: table "
                  + table.name()
                  + " of line "
                  + table.position().line()
                  + " is not committed",
              "the table is taken as committed"));
    }

    private void commit(Position at) throws SyntaxError {
      if (open.isEmpty()) {
        throw new SyntaxError("stray-commit", at.column(), "COMMIT without a table above it");
      }
      endTable();
    }

    private void endTable() {
      if (open.isEmpty()) {
        return;
      }
      Table table = open.get().build(findings);
      open = Optional.empty();
      Table earlier = tables.remove(table.name());
      if (earlier != null) {
        findings.add(
            Diagnostic.warning(
                "table-again",
                source.position(table.line() - source.firstLine(), 1),
                "table "
                    + table.name()
                    + " stands in line "
                    + earlier.line()
                    + " already; iptables-restore flushes what that section loaded"));
      }
      tables.put(table.name(), table);
    }

    private void chain(String text, Position colon) throws SyntaxError {
      TableBuilder table = table(colon.column());
      List<Token> words = Blanks.split(text.substring(colon.column()), colon.column() + 1);
      int end = text.codePointCount(0, text.length()) + 1;
      ChainLine read = ChainLine.parse(words, table.name(), end);
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

    private TableBuilder table(int column) throws SyntaxError {
      return open.orElseThrow(
          () ->
              new SyntaxError(
                  "outside-table", column, "expected a line such as *filter above this"));
    }
  }

  // Only blanks of ASCII: to iptables others are letters, and a comment may end with one.
  private static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && " \t\r\f\u000b".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }
}
