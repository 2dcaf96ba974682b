package io.github.chainbook.ruleset;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.AddressText;
import io.github.chainbook.xtables.Catalogue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.OptionSpec.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final Catalogue catalogue;
  private final List<Token> tokens;
  private final ParsedRule rule = new ParsedRule();
  private int next;
  private boolean fragment;

  private RuleParser(Catalogue catalogue, List<Token> tokens, int from) {
    this.catalogue = catalogue;
    this.tokens = tokens;
    this.next = from;
  }

  /** Reads the words from an index on. */
  static ParsedRule parse(Catalogue catalogue, List<Token> tokens, int from) throws SyntaxError {
    RuleParser parser = new RuleParser(catalogue, tokens, from);
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
    RuleParser parser = new RuleParser(catalogue, tokens, 0);
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
    named(token, negated);
  }

  private void named(Token token, boolean negated) throws SyntaxError {
    switch (token.text()) {
      case "-m", "--match" -> loadModule(token, negated);
      case "-j", "--jump" -> setTarget(token, negated, false);
      case "-g", "--goto" -> setTarget(token, negated, true);
      case "-c", "--set-counters" -> setCounters(token, negated);
      default -> {
        Optional<OptionSpec> builtIn = catalogue.builtIn().option(token.text());
        if (builtIn.isPresent()) {
          addBuiltIn(builtIn.get(), token, negated);
        } else {
          ofExtension(token, negated);
        }
      }
    }
  }

  private void loadModule(Token token, boolean negated) throws SyntaxError {
    refuseNegation(token, negated);
    Token name = value(token, "the name of a match");
    rule.load(name.text(), name.column());
  }

  private void setTarget(Token token, boolean negated, boolean byGoto) throws SyntaxError {
    refuseNegation(token, negated);
    if (rule.target().isPresent()) {
      throw new SyntaxError("second-target", token.column(), "a rule has one target only");
    }
    rule.target(value(token, byGoto ? "the name of a chain" : "a chain or target"), byGoto);
  }

  private void setCounters(Token token, boolean negated) throws SyntaxError {
    refuseNegation(token, negated);
    Token packets = value(token, "packets and bytes");
    Token bytes = value(token, "packets and bytes");
    rule.counters(
        Counters.of(packets.text(), bytes.text())
            .orElseThrow(
                () ->
                    new SyntaxError(
                        "bad-counters", packets.column(), "expected two numbers after -c")));
  }

  private void addBuiltIn(OptionSpec spec, Token token, boolean negated) throws SyntaxError {
    if (rule.builtIn(spec.name()).isPresent()) {
      throw new SyntaxError(
          "option-twice", token.column(), "option " + spec.name() + " is given twice");
    }
    rule.add(known(spec, token, negated));
  }

  // As getopt with the options of all loaded modules: the last that knows the option gets it.
  private void ofExtension(Token token, boolean negated) throws SyntaxError {
    if (rule.target().isPresent() && takenByTarget(token, negated)) {
      return;
    }
    List<ParsedRule.Module> modules = rule.modules();
    for (int i = modules.size() - 1; i >= 0; i--) {
      Optional<OptionSpec> spec = specOf(modules.get(i), token);
      if (spec.isPresent()) {
        modules.get(i).options().add(known(spec.get(), token, negated));
        return;
      }
      if (catalogue.match(modules.get(i).name()).isEmpty()) {
        modules.get(i).options().add(verbatim(token, negated));
        return;
      }
    }
    if (fragment) {
      Optional<OptionSpec> spec = catalogue.anyMatchOption(token.text());
      rule.add(spec.isPresent() ? known(spec.get(), token, negated) : verbatim(token, negated));
      return;
    }
    Optional<String> implied = rule.protocol().flatMap(catalogue::matchOfProtocol);
    boolean loaded =
        implied.filter(m -> modules.stream().anyMatch(x -> x.name().equals(m))).isPresent();
    if (implied.isPresent() && !loaded && couldHave(implied.get(), token)) {
      rule.load(implied.get(), token.column());
      ofExtension(token, negated);
      return;
    }
    throw new SyntaxError("unknown-option", token.column(), unknownOption(token));
  }

  private boolean couldHave(String module, Token token) {
    return catalogue.match(module).map(m -> m.option(token.text()).isPresent()).orElse(true);
  }

  private boolean takenByTarget(Token token, boolean negated) throws SyntaxError {
    String name = rule.target().orElseThrow().text();
    Optional<Extension> target = catalogue.target(name);
    if (target.isPresent()) {
      Optional<OptionSpec> spec = target.get().option(token.text());
      if (spec.isPresent()) {
        rule.targetOptions().add(known(spec.get(), token, negated));
      }
      return spec.isPresent();
    }
    boolean ofMatch = rule.modules().stream().anyMatch(m -> specOf(m, token).isPresent());
    if (ofMatch || catalogue.isVerdict(name)) {
      return false;
    }
    rule.targetOptions().add(verbatim(token, negated));
    return true;
  }

  private Optional<OptionSpec> specOf(ParsedRule.Module module, Token token) {
    return catalogue.match(module.name()).flatMap(m -> m.option(token.text()));
  }

  private RuleOption known(OptionSpec spec, Token token, boolean negated) throws SyntaxError {
    if (negated && !spec.negatable()) {
      refuseNegation(token, true);
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < spec.values(); i++) {
      Value value =
          value(token, spec.values() == 1 ? "a value" : spec.values() + " values").toValue();
      values.add(
          spec.kind() == ValueKind.ADDRESS
              ? new Value(AddressText.canonical(value.text()), value.quoted())
              : value);
    }
    return new RuleOption(spec.name(), values, negated, Optional.of(spec));
  }

  private RuleOption verbatim(Token token, boolean negated) {
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
    if (next == tokens.size() || startsOption(next)) {
      throw new SyntaxError(
          "missing-value", option.column(), "expected " + expected + " after " + option.text());
    }
    return tokens.get(next++);
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
    rule.modules().stream()
        .flatMap(m -> catalogue.match(m.name()).stream())
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
