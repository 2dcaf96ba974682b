package io.github.chainbook.ruleset;

import io.github.chainbook.text.ByteLines;
import io.github.chainbook.text.Bytes;
import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.text.Position;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A line of a section that is a command of iptables: {@code [packets:bytes] -A CHAIN rule}, or one
 * of {@code -I}, {@code -N}, {@code -P}, {@code -F} and {@code -X}, which scripts hold.
 */
final class CommandLine {

  /** MAX_ARGC of iptables 1.8.9, less what iptables-restore itself puts before a rule's words. */
  private static final int MAX_WORDS = 250;

  /** The buffer for a word in xshared.c of iptables 1.8.9, less its terminating zero. */
  private static final int MAX_WORD = 1023;

  private static final String CHAIN_NAME = "the name of a chain";

  /** What one reading of a dump need not make twice. */
  record Cache(WordCache words, OptionCache options) {

    Cache() {
      this(new WordCache(), new OptionCache());
    }
  }

  private final Catalogue catalogue;
  private final Cache cache;
  private final RuleContext context;
  private final TableBuilder table;
  private final Findings findings;
  private final ChainCommands chains;

  /**
   * A reader of a table's commands.
   *
   * @param context the table's family and name
   */
  CommandLine(
      Catalogue catalogue,
      Cache cache,
      RuleContext context,
      TableBuilder table,
      Findings findings) {
    this.cache = cache;
    this.catalogue = catalogue;
    this.context = context;
    this.table = table;
    this.findings = findings;
    this.chains = new ChainCommands(catalogue, table);
  }

  void read(String line, Position at) throws SyntaxError {
    Command command = Command.of(line, at, cache.words());
    String written = command.name().text();
    String name =
        written.equals("-A")
            ? written
            : catalogue.general().option(written).map(OptionSpec::name).orElse("unknown");
    switch (name) {
      case "-A" -> append(parse(command, 1, command.word(0, CHAIN_NAME), cache), line, at);
      case "-I" -> insert(command, line);
      case "-N", "-P", "-F", "-X" -> chains.run(name, command);
      default ->
          throw new SyntaxError(
              "unsupported-command",
              command.name().column(),
              "expected -A, -I, -N, -P, -F or -X, found '" + command.name().text() + "'");
    }
  }

  private void insert(Command command, String line) throws SyntaxError {
    Token chain = command.word(0, CHAIN_NAME);
    Optional<Token> number =
        hasNumber(command) ? Optional.of(command.words().get(1)) : Optional.empty();
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
    Parsed parsed = parse(command, number.isPresent() ? 2 : 1, chain, cache);
    add(parsed, line, command.at(), place - 1);
  }

  /**
   * What a line that appends or inserts rules says, before they are added.
   *
   * @param chain the chain's name
   * @param column where the name stands
   * @param counters the counters before the command
   * @param rules the rules
   * @param remarks what is odd about them
   */
  record Parsed(
      String chain,
      int column,
      Optional<Counters> counters,
      List<ParsedRule> rules,
      List<RuleSetting.Remark> remarks) {}

  /**
   * Reads a line that appends rules. Changes nothing, so that several threads may do it at once,
   * each with a cache of its own.
   */
  Parsed parse(String line, Position at, Cache own) throws SyntaxError {
    Command command = Command.of(line, at, own.words());
    return parse(command, 1, command.word(0, CHAIN_NAME), own);
  }

  private Parsed parse(Command command, int from, Token chain, Cache own) throws SyntaxError {
    List<RuleSetting.Remark> remarks = new ArrayList<>(0);
    Optional<Counters> counters = command.counters();
    List<ParsedRule> rules = rules(command, from, chain, own, remarks::add);
    return new Parsed(chain.text(), chain.column(), counters, rules, remarks);
  }

  /**
   * A reader of many lines of a dump that append rules; another table's chains, and chains that are
   * added later, are not for it.
   *
   * @param letters the dump's lines, to look at
   */
  SavedLines savedLines(List<String> lines, ByteLines letters) {
    NameMap<ChainBuilder> chains = new NameMap<>(table.chains().size());
    for (ChainBuilder chain : table.chains()) {
      if (SavedLines.isPlainName(chain.name()) && !catalogue.isVerdict(chain.name())) {
        chains.put(chain.name(), chain);
      }
    }
    RuleSetting setting =
        new RuleSetting(
            catalogue,
            context,
            "",
            new OptionCache(),
            name -> chains.get(name) != null,
            remark -> {});
    return new SavedLines(setting, lines, letters, chains);
  }

  /** Adds the rules at the end of their chain. */
  void append(Parsed parsed, String line, Position at) {
    add(parsed, line, at, Integer.MAX_VALUE);
  }

  private void add(Parsed parsed, String line, Position at, int index) {
    if (parsed.rules().isEmpty()) {
      findings.add(
          Diagnostic.info(
              "other-family", at, "this rule says that it is for the other address family"));
      findings.setAside(at, line);
      return;
    }
    for (RuleSetting.Remark remark : parsed.remarks()) {
      findings.add(
          Diagnostic.warning(remark.code(), at.atColumn(remark.column()), remark.message()));
    }
    ChainBuilder chain = table.use(parsed.chain(), at, parsed.column());
    // A line that is inserted stands for rules that are inserted one after another at its place.
    boolean inserted = index < chain.entries().size();
    int next = Math.min(index, chain.entries().size());
    for (ParsedRule rule : parsed.rules()) {
      Optional<Counters> own = parsed.counters().isPresent() ? parsed.counters() : rule.counters();
      chain.add(next, new Rule(next + 1, at, own, rule));
      next += inserted ? 0 : 1;
    }
  }

  private List<ParsedRule> rules(
      Command command, int from, Token chain, Cache own, Consumer<RuleSetting.Remark> remarks)
      throws SyntaxError {
    command.refuseUnclosedQuote();
    for (Token word : command.words()) {
      if (word.text().length() * 4 > MAX_WORD && Bytes.encode(word.text()).length > MAX_WORD) {
        throw new SyntaxError(
            "word-too-long", word.column(), "a word has at most " + MAX_WORD + " bytes");
      }
    }
    if (command.words().size() > MAX_WORDS) {
      throw new SyntaxError(
          "too-many-words",
          command.words().get(MAX_WORDS).column(),
          "a rule has at most " + (MAX_WORDS + 1) + " words");
    }
    RuleSetting setting =
        new RuleSetting(catalogue, context, chain.text(), own.options(), this::isChain, remarks);
    return RuleParser.parse(setting, command.words(), from);
  }

  /** Whether a line is a command that could be read; a rule is not added. */
  boolean reads(String line) {
    return parsed(line).isPresent();
  }

  /** Whether a line is a rule whose target, if it has one, is there. */
  boolean readsToKnownTarget(String line) {
    return parsed(line)
        .filter(
            rules ->
                rules.stream()
                    .flatMap(rule -> rule.target().stream())
                    .allMatch(t -> !t.leadsToChain() || isChain(t.name())))
        .isPresent();
  }

  private Optional<List<ParsedRule>> parsed(String line) {
    try {
      Command command = Command.of(line, table.position(), cache.words());
      command.counters();
      boolean isRule = command.name().is("-A") || command.name().is("-I");
      if (!isRule) {
        return catalogue.general().option(command.name().text()).map(o -> List.of());
      }
      Token chain = command.word(0, CHAIN_NAME);
      boolean number = command.name().is("-I") && hasNumber(command);
      return Optional.of(rules(command, number ? 2 : 1, chain, cache, remark -> {}));
    } catch (SyntaxError e) {
      return Optional.empty();
    }
  }

  private static boolean hasNumber(Command command) {
    return command.words().size() > 1 && command.words().get(1).text().matches("\\d+");
  }

  /** Keeps the place of a rule that cannot be read, so that the numbers of the rules below hold. */
  void keepPlace(String line, Position at) {
    try {
      Command command = Command.of(line, at, cache.words());
      if (command.name().is("-A") && !command.words().isEmpty()) {
        Token chain = command.words().get(0);
        table.use(chain.text(), at.atColumn(chain.column())).entries().add(null);
      }
    } catch (SyntaxError e) {
      // It is no rule, so it has no place.
    }
  }

  private boolean isChain(String name) {
    return table.find(name).isPresent();
  }
}
