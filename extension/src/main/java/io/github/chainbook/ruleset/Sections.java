package io.github.chainbook.ruleset;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a dump while it is read: where each begins and ends, and which one is open. */
final class Sections {

  private final SourceText source;
  private final Catalogue catalogue;
  private final Family family;
  private final Findings findings;
  private final CommandLine.Cache cache = new CommandLine.Cache();
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private TableBuilder open;
  private CommandLine commands;
  private boolean openIsList;
  private boolean rulesSeen;

  /** No tables yet. */
  Sections(SourceText source, Catalogue catalogue, Family family, Findings findings) {
    this.source = source;
    this.catalogue = catalogue;
    this.family = family;
    this.findings = findings;
  }

  boolean isOpen() {
    return open != null;
  }

  /** The table that is read; null between two of them. */
  TableBuilder open() {
    return open;
  }

  /** The reader of its commands; null between two of them. */
  CommandLine commands() {
    return commands;
  }

  /** The table that is read, for what stands in this column. */
  TableBuilder table(int column) throws SyntaxError {
    if (open == null) {
      throw new SyntaxError("outside-table", column, "expected a line such as *filter above this");
    }
    return open;
  }

  /** The reader of its commands, for the one that stands in this column. */
  CommandLine commands(int column) throws SyntaxError {
    table(column);
    return commands;
  }

  /** Notes that the table has more than policies. */
  void seeRules() {
    rulesSeen = true;
  }

  /** The tables that were read. */
  List<Table> tables() {
    return List.copyOf(tables.values());
  }

  /** Begins the table that a line names. */
  void begin(String body, Position at) throws SyntaxError {
    if (isOpen() && !openIsList) {
      missingCommit(open, at, "before");
    }
    endTable();
    List<Token> words = Blanks.split(body.substring(1), at.column() + 1);
    String name = words.isEmpty() ? "" : words.get(0).text();
    open(name, at);
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

  /** Whether a line begins another listing of iptables -S. */
  boolean endsListBefore(String body) {
    return openIsList && rulesSeen && body.startsWith("-P");
  }

  /** Begins the table of a listing of iptables -S; ends the one above. */
  void openList(String name, Position at) {
    endTable();
    open(name, at);
    openIsList = true;
  }

  /** Begins a table; none is open. */
  void open(String name, Position at) {
    TableBuilder table = new TableBuilder(name, at);
    open = table;
    commands = commandsOf(table);
    openIsList = false;
    rulesSeen = false;
  }

  /** A reader of a table's commands. */
  CommandLine commandsOf(TableBuilder table) {
    return new CommandLine(catalogue, cache, RuleContext.of(family, table.name()), table, findings);
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

  /** Ends the table at its COMMIT. */
  void commit(Position at) throws SyntaxError {
    if (!isOpen()) {
      throw new SyntaxError("stray-commit", at.column(), "COMMIT without a table above it");
    }
    endTable();
  }

  private void endTable() {
    if (!isOpen()) {
      return;
    }
    Table table = open.build(findings);
    open = null;
    commands = null;
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

  /**
   * Ends the table that is still open where a part of the dump ends.
   *
   * @param last where its last line stands
   */
  void endPart(Position last) {
    if (isOpen() && !openIsList) {
      missingCommit(open, last, "after");
    }
    endTable();
  }
}
