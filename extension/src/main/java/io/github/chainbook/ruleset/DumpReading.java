package io.github.chainbook.ruleset;

import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.text.Position;
import io.github.chainbook.text.SourceText;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Tables;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of one dump, for one family. */
final class DumpReading {

  /** The buffer of iptables-restore 1.8.9, with the line's end. */
  private static final int MAX_LINE = 10_239;

  private final SourceText source;
  private final Catalogue catalogue;
  private final Family family;
  private final Findings findings;
  private final CommandLine.Cache cache = new CommandLine.Cache();
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final List<String> comments = new ArrayList<>();
  private final boolean isRuleList;
  private final WrappedLines wrapped;
  private Optional<TableBuilder> open = Optional.empty();
  private CommandLine commands;
  private boolean openIsList;
  private boolean rulesSeen;
  private int end;

  DumpReading(SourceText source, Catalogue catalogue, Family family, Findings findings) {
    this.source = source;
    this.catalogue = catalogue;
    this.family = family;
    this.findings = findings;
    this.isRuleList = DumpKind.of(source) == DumpKind.RULE_LIST;
    this.wrapped = new WrappedLines(source.lines());
  }

  /**
   * Reads the dump.
   *
   * @param parts the parts of which those of the family are read; empty where all are
   */
  Ruleset read(Optional<DumpParts> parts) {
    if (parts.isPresent()) {
      for (DumpParts.Part part : parts.get().parts()) {
        if (part.family() == family) {
          read(part.from(), part.to());
        }
      }
    } else {
      read(0, source.lines().size());
    }
    return new Ruleset(family, List.copyOf(tables.values()), comments);
  }

  private void read(int from, int to) {
    end = to;
    for (int i = from; i < to; ) {
      int rules = open.isPresent() ? RuleBlock.length(source.lines(), i, to) : 0;
      i += rules > 0 ? rules(i, rules) : line(i);
    }
    if (open.isPresent() && !openIsList) {
      missingCommit(open.get(), source.position(Math.max(from, to - 1), 1), "after");
    }
    endTable();
  }

  /** Reads many rules at once; returns how many. */
  private int rules(int from, int count) {
    RuleBlock block = new RuleBlock(commands, source, from, count);
    block.parse();
    for (int i = 0; i < count; i++) {
      Position at = source.position(from + i, 1);
      String line = source.lines().get(from + i);
      refuseLength(line, at);
      if (block.error(i) == null) {
        commands.append(block.parsed(i), line, at);
      } else {
        unreadable(block.error(i), withoutTrailingBlanks(line), from + i);
      }
    }
    rulesSeen = true;
    return count;
  }

  /** Reads the line with this index; returns how many lines that took. */
  private int line(int index) {
    String text = withoutTrailingBlanks(source.lines().get(index));
    Position at = source.position(index, 1);
    String body = text.stripLeading();
    if (body.isEmpty()) {
      return 1;
    }
    int indent = text.length() - body.length();
    refuseLength(source.lines().get(index), at);
    if (body.charAt(0) == '#') {
      comments.add(body);
      refuseIndent(indent, at);
      return 1;
    }
    int taken = wrapped(index, at);
    if (taken > 0) {
      return taken;
    }
    try {
      statement(text, body, indent, index);
      refuseIndent(body.charAt(0) == '-' ? 0 : indent, at);
    } catch (SyntaxError e) {
      unreadable(e, text, index);
    }
    return 1;
  }

  private void statement(String text, String body, int indent, int index) throws SyntaxError {
    Position at = source.position(index, 1);
    switch (body.charAt(0)) {
      case '*' -> beginTable(body, at.atColumn(1 + indent));
      case ':' -> {
        beginLostTable(index);
        chain(text, at.atColumn(1 + indent));
      }
      default -> {
        if (body.equals("COMMIT")) {
          commit(at.atColumn(1 + indent));
        } else {
          beginListedTable(body, index);
          if (open.isEmpty() && body.startsWith("-A ")) {
            beginLostTable(index);
          }
          commands(1 + indent).read(text, at);
          rulesSeen |= !body.startsWith("-P");
        }
      }
    }
  }

  // What can be mended is read as mended; the error says what was wrong and what was done.
  private void unreadable(SyntaxError error, String text, int index) {
    Position at = source.position(index, 1);
    Optional<LineMender.Mended> mended = LineMender.mend(text, this::reads);
    if (mended.isPresent()) {
      String line = mended.get().text();
      try {
        if (line.startsWith("#")) {
          comments.add(line);
        } else {
          statement(line, line, 0, index);
        }
        findings.add(
            Diagnostic.error(
                error.code(),
                at.atColumn(error.column()),
                error.getMessage(),
                mended.get().done()));
        return;
      } catch (SyntaxError e) {
        // It looked readable; then the line is set aside like any other.
      }
    }
    if (commands != null) {
      commands.keepPlace(text, at);
    }
    findings.unreadable(error.code(), at.atColumn(error.column()), error.getMessage(), text);
  }

  private boolean reads(String line) {
    if (line.isEmpty() || line.charAt(0) != '-' && line.charAt(0) != '[') {
      return LineMender.statement(line).filter(line::equals).isPresent();
    }
    TableBuilder table = open.orElseGet(() -> new TableBuilder("filter", source.position(0, 1)));
    return commandsOf(table).reads(line);
  }

  private int wrapped(int index, Position at) {
    if (open.isEmpty() || !wrapped.mayGoOn(index, end)) {
      return 0;
    }
    Optional<WrappedLines.Joined> joined = wrapped.join(index, end, commands::readsToKnownTarget);
    if (joined.isEmpty()) {
      return 0;
    }
    try {
      commands.read(joined.get().text(), at);
    } catch (SyntaxError e) {
      return 0;
    }
    rulesSeen = true;
    for (int i = index + 1; i < index + joined.get().lines(); i++) {
      findings.add(
          Diagnostic.error(
              "wrapped-line",
              source.position(i, 1),
              "expected a rule, a chain or COMMIT, found what seems to be the end of line "
                  + at.line(),
              joined.get().done()));
    }
    return joined.get().lines();
  }

  // iptables-restore would take the rest for a line of its own.
  private void refuseLength(String line, Position at) {
    if (line.length() * 4L > MAX_LINE && Bytes.encode(line).length >= MAX_LINE) {
      findings.add(
          Diagnostic.error(
              "line-too-long",
              at,
              "expected a line of less than " + MAX_LINE + " bytes",
              "the line is read all the same"));
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
    if (open.isPresent() && !openIsList) {
      missingCommit(open.get(), at, "before");
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

  private void open(String name, Position at) {
    TableBuilder table = new TableBuilder(name, at);
    open = Optional.of(table);
    commands = commandsOf(table);
    openIsList = false;
    rulesSeen = false;
  }

  private CommandLine commandsOf(TableBuilder table) {
    return new CommandLine(catalogue, cache, RuleContext.of(family, table.name()), table, findings);
  }

  // iptables -S prints no table; each of its listings begins with the policies.
  private void beginListedTable(String body, int index) {
    boolean again = openIsList && rulesSeen && body.startsWith("-P");
    if (!isRuleList || open.isPresent() && !again) {
      return;
    }
    endTable();
    Position at = source.position(index, 1);
    String name = TableGuess.of(source.lines().subList(index, endOfList(index)));
    open(name, at);
    openIsList = true;
    findings.add(
        Diagnostic.info(
            "table-inferred",
            at,
            "no line names the table of these rules; by their chains and targets it is " + name));
  }

  private int endOfList(int index) {
    boolean rules = false;
    for (int i = index; i < end; i++) {
      boolean policy = source.lines().get(i).startsWith("-P");
      if (policy && rules) {
        return i;
      }
      rules |= !policy;
    }
    return end;
  }

  private void beginLostTable(int index) {
    if (open.isPresent() || isRuleList) {
      return;
    }
    int last = index;
    while (last < end
        && !source.lines().get(last).startsWith("COMMIT")
        && !source.lines().get(last).startsWith("*")) {
      last++;
    }
    Position at = source.position(index, 1);
    String name = TableGuess.of(source.lines().subList(index, last));
    // A table that the dump has elsewhere would be flushed by this one, or flush it.
    if (source.lines().stream().anyMatch(line -> line.startsWith("*" + name))) {
      return;
    }
    open(name, at);
    findings.add(
        Diagnostic.error(
            "missing-table",
            at,
            "expected a line such as *filter above this one",
            "table " + name + " is inferred from the chains and targets"));
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

  private void chain(String text, Position colon) throws SyntaxError {
    TableBuilder table = table(colon.column());
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

  private CommandLine commands(int column) throws SyntaxError {
    table(column);
    return commands;
  }

  private TableBuilder table(int column) throws SyntaxError {
    return open.orElseThrow(
        () ->
            new SyntaxError("outside-table", column, "expected a line such as *filter above this"));
  }

  // Only blanks of ASCII: to iptables others are letters, and a comment may end with one.
  static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && " \t\r\f\u000b".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }
}
