package io.github.chainbook.ruleset;

import io.github.chainbook.ruleset.LoadedOptions.Place;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import io.github.chainbook.xtables.catalogue.Catalogue;
import io.github.chainbook.xtables.value.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads what stands behind {@code -A CHAIN}.
 *
 * <pre>
 * rule   = { [ "!" ] option { value } }
 * option = built-in | "-m" module | ("-j" | "-g") target | "-c" packets bytes | module's | target's
 * </pre>
 *
 * Options of modules and targets that the catalogue does not describe are kept as they stand: they
 * take all words up to the next option.
 */
final class RuleParser {

  /**
   * What the reader needs to know of the place where a rule stands.
   *
   * @param catalogue the extensions of its family
   * @param context its family and table
   * @param chain the name of its chain
   * @param options options that were read before
   * @param isChain whether a name behind {@code -j} is a chain's
   * @param remarks what is odd about a rule and no error, with its column
   */
  record Setting(
      Catalogue catalogue,
      RuleContext context,
      String chain,
      OptionCache options,
      Predicate<String> isChain,
      Consumer<Remark> remarks) {}

  /** Something odd that is no error. */
  record Remark(String code, int column, String message) {}

  /** No protocol has a longer name. */
  private static final int MAX_WORD = 40;

  private final Setting setting;
  private final Catalogue catalogue;
  private final RuleWords words;
  private final GivenOptions builtIns;
  private final List<GivenOptions> modules = new ArrayList<>(3);
  private final LoadedOptions loaded;
  private final List<List<RuleOption>> lists = new ArrayList<>(0);
  private Token protocol;
  private Token target;
  private boolean isGoto;
  private GivenOptions targetOptions;
  private Optional<Counters> counters = Optional.empty();
  private RuleContext context;
  private boolean other;

  private RuleParser(Setting setting, List<Token> tokens, int from) {
    this.setting = setting;
    this.catalogue = setting.catalogue();
    this.words = new RuleWords(tokens, from);
    this.context = setting.context();
    this.builtIns = new GivenOptions("", catalogue.builtIn(), 1);
    this.loaded = new LoadedOptions(catalogue, builtIns);
  }

  /**
   * Reads the words from an index on.
   *
   * @return the rules that the line stands for: several where {@code -s} or {@code -d} names
   *     several addresses, none where the line is for the other family
   */
  static List<ParsedRule> parse(Setting setting, List<Token> tokens, int from) throws SyntaxError {
    RuleParser parser = new RuleParser(setting, tokens, from);
    parser.readAll();
    return parser.other ? List.of() : parser.rules();
  }

  private void readAll() throws SyntaxError {
    while (!words.isEmpty() && !other) {
      option();
    }
  }

  private void option() throws SyntaxError {
    Token token = words.next();
    boolean negated = token.is("!");
    if (negated) {
      if (words.isEmpty()) {
        throw new SyntaxError("dangling-negation", token.column(), "expected an option after !");
      }
      token = words.next();
    }
    if (!token.isOption()) {
      throw new SyntaxError(
          "stray-word", token.column(), "expected an option, found '" + token.text() + "'");
    }
    Token name = words.option(token);
    Optional<Place> place = loaded.find(name);
    if (place.isPresent()) {
      known(place.get(), name, negated);
    } else {
      unknown(token, name, negated);
    }
    words.refuseHanging(name);
  }

  private void known(Place place, Token name, boolean negated) throws SyntaxError {
    if (place.given() == null) {
      general(place.spec(), name, negated);
    } else {
      add(place, name, negated);
    }
  }

  private void general(OptionSpec<?> spec, Token token, boolean negated) throws SyntaxError {
    refuseNegation(token, negated);
    switch (spec.name()) {
      case "-m" -> loadModule(token);
      case "-j", "-g" -> setTarget(spec, token);
      case "-c" -> setCounters(token);
      case "-4" -> other = context.family() != Family.IPV4;
      case "-6" -> other = context.family() != Family.IPV6;
      case "-n", "-v", "-x" -> {} // how to print, which a rule may say and nobody minds
      default ->
          throw new SyntaxError(
              "unknown-option", token.column(), "option " + token.text() + " has no place here");
    }
  }

  private void loadModule(Token token) throws SyntaxError {
    Token name = words.value(token, "the name of a match");
    Optional<Extension> match = catalogue.match(name.text());
    if (match.isEmpty()) {
      refuseOtherFamily(catalogue.isMatchOfOtherFamily(name.text()), "match", name);
      remarkUnknown("match", name, catalogue.matchNames());
    }
    load(new GivenOptions(name.text(), match.orElse(null), name.column()));
  }

  private void remarkUnknown(String kind, Token name, Set<String> known) {
    setting
        .remarks()
        .accept(
            new Remark(
                "unknown-extension",
                name.column(),
                kind
                    + " "
                    + name.text()
                    + " is none of iptables 1.8.9; it is kept as it stands"
                    + DidYouMean.hint(name.text(), known)));
  }

  private void refuseOtherFamily(boolean isOther, String kind, Token name) throws SyntaxError {
    if (isOther) {
      String other = context.family() == Family.IPV4 ? "IPv6" : "IPv4";
      throw new SyntaxError(
          "wrong-family", name.column(), kind + " " + name.text() + " is for " + other + " only");
    }
  }

  private void load(GivenOptions module) {
    modules.add(module);
    loaded.load(module);
  }

  private void setTarget(OptionSpec<?> spec, Token token) throws SyntaxError {
    isGoto = spec.name().equals("-g");
    if (target != null) {
      throw new SyntaxError("second-target", token.column(), "a rule has one target only");
    }
    target = words.value(token, isGoto ? "the name of a chain" : "a chain or target");
    if (!isGoto && !catalogue.isVerdict(target.text()) && !isChain()) {
      refuseOtherFamily(catalogue.isTargetOfOtherFamily(target.text()), "target", target);
      Extension extension = catalogue.target(target.text()).orElse(null);
      targetOptions = new GivenOptions(target.text(), extension, target.column());
      loaded.load(targetOptions);
    }
  }

  private boolean isChain() {
    return setting.isChain().test(target.text());
  }

  // Either two words, or one with a comma.
  private void setCounters(Token token) throws SyntaxError {
    Token first = words.value(token, "packets and bytes");
    int comma = first.text().indexOf(',');
    String packets = comma < 0 ? first.text() : first.text().substring(0, comma);
    String bytes =
        comma < 0
            ? words.value(token, "packets and bytes").text()
            : first.text().substring(comma + 1);
    counters = Counters.of(packets, bytes);
    if (counters.isEmpty()) {
      throw new SyntaxError("bad-counters", first.column(), "expected two numbers after -c");
    }
  }

  private void add(Place place, Token name, boolean negated) throws SyntaxError {
    OptionSpec<?> spec = place.spec();
    if (!spec.repeatable() && place.given().has(spec)) {
      throw new SyntaxError(
          "option-twice", name.column(), "option " + spec.name() + " is given twice");
    }
    if (!spec.negatable()) {
      refuseNegation(name, negated);
    }
    List<Token> values = words.values(spec, name);
    if (place.given() == builtIns && !values.isEmpty() && values.get(0).is("!")) {
      throw RuleWords.negationBehind(name, values.get(0));
    }
    boolean address = spec == BuiltIn.SOURCE || spec == BuiltIn.DESTINATION;
    if (address && values.get(0).text().indexOf(',') >= 0) {
      List<RuleOption> several = addresses(spec, name, values.get(0), negated);
      lists.add(several);
      place.given().add(several.get(0), name.column());
      return;
    }
    RuleOption option = read(spec, name, values, negated);
    place.given().add(option, name.column());
    if (spec == BuiltIn.PROTOCOL) {
      setProtocol(values.get(0), option);
    }
  }

  private void setProtocol(Token value, RuleOption option) {
    protocol = value;
    int number = option.meaning() instanceof Protocol known ? known.number() : 0;
    context = new RuleContext(context.family(), context.table(), number, option.negated());
  }

  private List<RuleOption> addresses(OptionSpec<?> spec, Token name, Token list, boolean negated)
      throws SyntaxError {
    if (negated) {
      throw new SyntaxError(
          "not-negatable", list.column(), "! cannot stand before several addresses");
    }
    List<RuleOption> addresses = new ArrayList<>();
    int column = list.column();
    for (String part : list.text().split(",", -1)) {
      Token address = new Token(part.strip(), column, list.quoted());
      addresses.add(read(spec, name, List.of(address), false));
      column += part.codePointCount(0, part.length()) + 1;
    }
    return addresses;
  }

  private RuleOption read(OptionSpec<?> spec, Token name, List<Token> values, boolean negated)
      throws SyntaxError {
    try {
      if (values.size() == 1 && !spec.type().isFreeText()) {
        return setting.options().read(spec, values.get(0).text(), negated, context);
      }
      return spec.read(texts(values), negated, context);
    } catch (BadValue e) {
      int column = values.isEmpty() ? 1 : values.get(0).column();
      if (!e.isUnresolved() && !values.isEmpty()) {
        refuseOption(name, values.get(0));
      }
      if (!e.isUnresolved()) {
        throw new SyntaxError("bad-value", column, spec.name() + ": " + e.getMessage());
      }
      setting.remarks().accept(new Remark("unresolved-name", column, e.getMessage()));
      List<Value> kept = values.stream().map(v -> new Value(v.text(), v.quoted())).toList();
      return RuleOption.verbatim(spec.name(), kept, negated);
    }
  }

  // What cannot be a value and looks like the next option is no value that is wrong, but none.
  private static void refuseOption(Token name, Token value) throws SyntaxError {
    if (value.is("!")) {
      throw RuleWords.negationBehind(name, value);
    }
    if (value.isOption()) {
      throw RuleWords.missing(name, "a value");
    }
  }

  private static List<String> texts(List<Token> values) {
    return values.stream().map(Token::text).toList();
  }

  // An option that no loaded extension of the catalogue has.
  private void unknown(Token token, Token name, boolean negated) throws SyntaxError {
    Optional<GivenOptions> undescribed = loaded.undescribed();
    if (undescribed.isPresent()) {
      undescribed.get().add(words.verbatim(token, negated), token.column());
      return;
    }
    Optional<Extension> implied =
        Optional.ofNullable(protocol)
            .filter(p -> p.text().length() < MAX_WORD)
            .map(p -> p.text().toLowerCase(Locale.ROOT))
            .flatMap(catalogue::matchOfProtocol)
            .filter(m -> modules.stream().noneMatch(x -> x.name().equals(m.name())))
            .filter(m -> m.option(name.text()).isPresent());
    if (implied.isEmpty()) {
      throw new SyntaxError("unknown-option", token.column(), unknownOption(name));
    }
    load(new GivenOptions(implied.get().name(), implied.get(), token.column()));
    add(loaded.find(name).orElseThrow(), name, negated);
  }

  private static void refuseNegation(Token token, boolean negated) throws SyntaxError {
    if (negated) {
      throw new SyntaxError(
          "not-negatable", token.column(), "! cannot stand before " + token.text());
    }
  }

  private String unknownOption(Token token) {
    List<String> names = new ArrayList<>();
    catalogue.builtIn().options().forEach(o -> names.addAll(o.aliases()));
    List<Extension> known = new ArrayList<>();
    modules.forEach(m -> known.add(m.extension()));
    Optional.ofNullable(protocol)
        .flatMap(p -> catalogue.matchOfProtocol(p.text()))
        .ifPresent(known::add);
    Optional.ofNullable(targetOptions).map(GivenOptions::extension).ifPresent(known::add);
    known.forEach(e -> e.options().forEach(o -> names.add(o.name())));
    return "no match or target of this rule has an option "
        + token.text()
        + DidYouMean.hint(token.text(), names);
  }

  private List<ParsedRule> rules() throws SyntaxError {
    List<ParsedRule.HookLimit> limits = new ArrayList<>(1);
    List<Match> others = new ArrayList<>(modules.size() + 1);
    for (GivenOptions module : modules) {
      String savedAs = module.extension() == null ? module.name() : module.extension().savedAs();
      others.add(new Match(Optional.of(savedAs), module.checked(context)));
      limit(module, limits);
    }
    Optional<Target> to = checkedTarget(others, limits);
    checkInterfaces();
    if (lists.isEmpty()) {
      return List.of(rule(builtIns, others, to, limits));
    }
    List<ParsedRule> rules = new ArrayList<>();
    for (GivenOptions each : expanded()) {
      rules.add(rule(each, others, to, limits));
    }
    return rules;
  }

  private ParsedRule rule(
      GivenOptions plain,
      List<Match> others,
      Optional<Target> to,
      List<ParsedRule.HookLimit> limits)
      throws SyntaxError {
    List<RuleOption> own = plain.checked(context);
    List<Match> matches = others;
    if (!own.isEmpty()) {
      matches = new ArrayList<>(others.size() + 1);
      matches.add(new Match(Optional.empty(), own));
      matches.addAll(others);
    }
    return new ParsedRule(List.copyOf(matches), to, counters, limits);
  }

  // By the chain's name alone: do_parse in xshared.c.
  private void checkInterfaces() throws SyntaxError {
    switch (setting.chain()) {
      case "PREROUTING", "INPUT" -> refuseInterface(BuiltIn.OUT);
      case "OUTPUT", "POSTROUTING" -> refuseInterface(BuiltIn.IN);
      default -> {}
    }
  }

  private void refuseInterface(OptionSpec<?> option) throws SyntaxError {
    if (builtIns.has(option)) {
      throw new SyntaxError(
          "wrong-hook",
          builtIns.columnOf(option),
          option.name() + " has no place in " + setting.chain());
    }
  }

  // A rule for each pair of a source and a destination, the sources outside; iptables(8), -s.
  private List<GivenOptions> expanded() {
    List<GivenOptions> all = List.of(builtIns);
    lists.sort(Comparator.comparing(list -> list.get(0).name().equals("-d")));
    for (List<RuleOption> list : lists) {
      all = all.stream().flatMap(given -> list.stream().map(given::withInstead)).toList();
    }
    return all;
  }

  private static void limit(GivenOptions given, List<ParsedRule.HookLimit> limits) {
    Set<String> hooks = given.hooks();
    if (!hooks.isEmpty()) {
      limits.add(new ParsedRule.HookLimit(given.extension().title(), hooks, given.column()));
    }
  }

  private Optional<Target> checkedTarget(List<Match> others, List<ParsedRule.HookLimit> limits)
      throws SyntaxError {
    if (target == null) {
      return Optional.empty();
    }
    String name = target.text();
    Target.Kind kind = isGoto ? Target.Kind.GOTO : Target.Kind.JUMP;
    List<RuleOption> options = List.of();
    if (catalogue.isVerdict(name)) {
      checkVerdict(name);
      kind = Target.Kind.VERDICT;
    } else if (targetOptions != null) {
      List<RuleOption> besides = new ArrayList<>();
      others.forEach(match -> besides.addAll(match.options()));
      options = targetOptions.checked(context.beside(besides));
      limit(targetOptions, limits);
      if (targetOptions.extension() != null) {
        name = targetOptions.extension().savedAs();
        kind = Target.Kind.EXTENSION;
      } else if (!options.isEmpty() && !isGoto) {
        // A chain takes no options.
        kind = Target.Kind.EXTENSION;
        remarkUnknown("target", target, catalogue.targetNames());
      }
    }
    return Optional.of(new Target(name, kind, target.column(), options));
  }

  private void checkVerdict(String name) throws SyntaxError {
    if (isGoto) {
      throw new SyntaxError(
          "bad-goto", target.column(), "-g leads to a chain, and " + name + " is none");
    }
    if (name.equals("DROP") && context.table().equals("nat")) {
      throw new SyntaxError(
          "wrong-table",
          target.column(),
          "table nat is not for filtering: expected another target than DROP");
    }
  }
}
