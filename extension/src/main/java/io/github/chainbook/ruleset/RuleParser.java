package io.github.chainbook.ruleset;

import io.github.chainbook.ruleset.LoadedOptions.Place;
import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.AddressText;
import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.OptionSpec.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /** Options whose value iptables 1.8.9 does not read from the option's own word. */
  private static final Set<String> APART = Set.of("-s", "-d", "-i", "-o", "-p", "-j");

  private final Catalogue catalogue;
  private final List<Token> tokens;
  private final ParsedRule rule = new ParsedRule();
  private final Predicate<String> isChain;
  private final LoadedOptions loaded;
  private int next;
  private Optional<Token> hanging = Optional.empty();
  private boolean fragment;

  private RuleParser(Catalogue catalogue, List<Token> tokens, int from, Predicate<String> isChain) {
    this.catalogue = catalogue;
    this.tokens = tokens;
    this.next = from;
    this.isChain = isChain;
    this.loaded = new LoadedOptions(catalogue, rule.builtIns());
  }

  /**
   * Reads the words from an index on.
   *
   * @param isChain whether a name behind {@code -j} is a chain's
   */
  static ParsedRule parse(
      Catalogue catalogue, List<Token> tokens, int from, Predicate<String> isChain)
      throws SyntaxError {
    RuleParser parser = new RuleParser(catalogue, tokens, from, isChain);
    while (parser.next < tokens.size()) {
      parser.option();
    }
    return parser.rule;
  }

  /**
   * Reads a piece of a rule, whose options need no {@code -m}: one that no loaded match has is
   * looked for in all matches of the catalogue, and kept as it stands where none has it.
   */
  static ParsedRule parseFragment(Catalogue catalogue, List<Token> tokens) throws SyntaxError {
    RuleParser parser = new RuleParser(catalogue, tokens, 0, name -> !catalogue.hasTarget(name));
    parser.fragment = true;
    while (parser.next < tokens.size()) {
      parser.option();
    }
    return parser.rule;
  }

  private void option() throws SyntaxError {
    Token token = tokens.get(next++);
    boolean negated = token.is("!");
    if (negated) {
      if (next == tokens.size()) {
        throw new SyntaxError("dangling-negation", token.column(), "expected an option after !");
      }
      token = tokens.get(next++);
    }
    if (!token.isOption()) {
      throw new SyntaxError(
          "stray-word", token.column(), "expected an option, found '" + token.text() + "'");
    }
    OptionWord word = OptionWord.of(token);
    hanging = word.value();
    Optional<Place> place = loaded.find(word.name());
    if (place.isPresent()) {
      known(place.get(), word.name(), negated);
    } else {
      unknown(token, negated);
    }
    if (hanging.isPresent()) {
      throw new SyntaxError(
          "unexpected-value", hanging.get().column(), word.name().text() + " takes no value");
    }
  }

  private void known(Place place, Token name, boolean negated) throws SyntaxError {
    if (hanging.isPresent() && APART.contains(place.spec().name())) {
      throw new SyntaxError(
          "hanging-value",
          name.column(),
          "expected a blank between " + name.text() + " and its value");
    }
    if (catalogue.general().options().contains(place.spec())) {
      general(place.spec(), name, negated);
    } else {
      add(place, name, negated);
    }
  }

  private void general(OptionSpec spec, Token token, boolean negated) throws SyntaxError {
    refuseNegation(token, negated);
    switch (spec.name()) {
      case "-m" -> loadModule(token);
      case "-j", "-g" -> setTarget(spec, token);
      case "-c" -> setCounters(token);
      default ->
          throw new SyntaxError(
              "unknown-option", token.column(), "option " + token.text() + " has no place here");
    }
  }

  private void loadModule(Token token) throws SyntaxError {
    Token name = value(token, "the name of a match");
    load(name.text(), name.column());
  }

  private void load(String module, int column) {
    loaded.load(catalogue.match(module), rule.load(module, column));
  }

  private void setTarget(OptionSpec spec, Token token) throws SyntaxError {
    boolean byGoto = spec.name().equals("-g");
    if (rule.target().isPresent()) {
      throw new SyntaxError("second-target", token.column(), "a rule has one target only");
    }
    Token name = value(token, byGoto ? "the name of a chain" : "a chain or target");
    rule.target(name, byGoto);
    if (!byGoto && !catalogue.isVerdict(name.text()) && !isChain.test(name.text())) {
      loaded.load(catalogue.target(name.text()), rule.targetOptions());
    }
  }

  // Either two words, or one with a comma.
  private void setCounters(Token token) throws SyntaxError {
    Token first = value(token, "packets and bytes");
    int comma = first.text().indexOf(',');
    String packets = comma < 0 ? first.text() : first.text().substring(0, comma);
    String bytes =
        comma < 0 ? value(token, "packets and bytes").text() : first.text().substring(comma + 1);
    rule.counters(
        Counters.of(packets, bytes)
            .orElseThrow(
                () ->
                    new SyntaxError(
                        "bad-counters", first.column(), "expected two numbers after -c")));
  }

  private void add(Place place, Token token, boolean negated) throws SyntaxError {
    String name = place.spec().name();
    if (place.options().stream().anyMatch(option -> option.name().equals(name))) {
      throw new SyntaxError("option-twice", token.column(), "option " + name + " is given twice");
    }
    place.options().add(known(place.spec(), token, negated));
  }

  // An option that no loaded extension of the catalogue has.
  private void unknown(Token token, boolean negated) throws SyntaxError {
    OptionWord word = OptionWord.of(token);
    if (loaded.undescribed().isPresent()) {
      loaded.undescribed().get().add(verbatim(token, negated));
      return;
    }
    if (fragment) {
      Optional<OptionSpec> spec = catalogue.anyMatchOption(word.name().text());
      rule.builtIns()
          .add(
              spec.isPresent()
                  ? known(spec.get(), word.name(), negated)
                  : verbatim(token, negated));
      return;
    }
    Optional<String> implied = rule.protocol().flatMap(catalogue::matchOfProtocol);
    boolean isLoaded =
        implied.filter(m -> rule.modules().stream().anyMatch(x -> x.name().equals(m))).isPresent();
    if (implied.isEmpty() || isLoaded || !couldHave(implied.get(), word.name())) {
      throw new SyntaxError("unknown-option", token.column(), unknownOption(word.name()));
    }
    load(implied.get(), token.column());
    Optional<Place> place = loaded.find(word.name());
    if (place.isPresent()) {
      add(place.get(), word.name(), negated);
    } else {
      unknown(token, negated);
    }
  }

  private boolean couldHave(String module, Token name) {
    return catalogue.match(module).map(m -> m.option(name.text()).isPresent()).orElse(true);
  }

  private RuleOption known(OptionSpec spec, Token token, boolean negated) throws SyntaxError {
    if (negated && !spec.negatable()) {
      refuseNegation(token, true);
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < spec.values(); i++) {
      Value value =
          value(token, spec.values() == 1 ? "a value" : spec.values() + " values", spec.kind())
              .toValue();
      values.add(
          spec.kind() == ValueKind.ADDRESS
              ? new Value(AddressText.canonical(value.text()), value.quoted())
              : value);
    }
    return new RuleOption(spec.name(), values, negated, Optional.of(spec));
  }

  private RuleOption verbatim(Token token, boolean negated) {
    hanging = Optional.empty();
    List<Value> values = new ArrayList<>();
    while (next < tokens.size() && !startsOption(next)) {
      values.add(tokens.get(next++).toValue());
    }
    return new RuleOption(token.text(), values, negated, Optional.empty());
  }

  private boolean startsOption(int index) {
    Token token = tokens.get(index);
    return token.isOption()
        || token.is("!") && index + 1 < tokens.size() && tokens.get(index + 1).isOption();
  }

  private Token value(Token option, String expected) throws SyntaxError {
    return value(option, expected, ValueKind.WORD);
  }

  // Free text may look like anything: iptables-save prints the comment "--x" without quotes.
  private Token value(Token option, String expected, ValueKind kind) throws SyntaxError {
    if (hanging.isPresent()) {
      Token value = hanging.get();
      hanging = Optional.empty();
      return value;
    }
    boolean text = kind == ValueKind.TEXT;
    if (next == tokens.size() || !text && startsOption(next)) {
      throw new SyntaxError(
          "missing-value", option.column(), "expected " + expected + " after " + option.text());
    }
    Token value = tokens.get(next++);
    if (value.is("!") && !text) {
      throw new SyntaxError(
          "negation-behind",
          value.column(),
          "! stands before the option that it negates: ! " + option.text());
    }
    return value;
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
    Stream.concat(
            rule.modules().stream().map(ParsedRule.Module::name),
            rule.protocol().flatMap(catalogue::matchOfProtocol).stream())
        .flatMap(m -> catalogue.match(m).stream())
        .flatMap(m -> m.options().stream())
        .forEach(o -> names.add(o.name()));
    rule.target()
        .flatMap(t -> catalogue.target(t.text()))
        .ifPresent(t -> t.options().forEach(o -> names.add(o.name())));
    return "no match or target of this rule has an option "
        + token.text()
        + DidYouMean.hint(token.text(), names);
  }
}
