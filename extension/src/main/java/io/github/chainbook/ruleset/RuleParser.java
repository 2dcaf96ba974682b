package io.github.chainbook.ruleset;

import io.github.chainbook.ruleset.LoadedOptions.Place;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.catalogue.Catalogue;
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

  private final RuleSetting setting;
  private final Catalogue catalogue;
  private final RuleWords words;
  private final RuleDraft draft;
  private final OptionReader options;

  private RuleParser(RuleSetting setting, List<Token> tokens, int from) {
    this.setting = setting;
    this.catalogue = setting.catalogue();
    this.words = new RuleWords(tokens, from);
    this.draft = new RuleDraft(catalogue, setting.context());
    this.options = new OptionReader(setting, words, draft);
  }

  /**
   * Reads the words from an index on.
   *
   * @return the rules that the line stands for: several where {@code -s} or {@code -d} names
   *     several addresses, none where the line is for the other family
   */
  static List<ParsedRule> parse(RuleSetting setting, List<Token> tokens, int from)
      throws SyntaxError {
    RuleDraft draft = draft(setting, tokens, from);
    return draft.isOfOtherFamily() ? List.of() : new RuleChecks(setting, draft).rules();
  }

  /** Reads the words from an index on, and checks nothing of what they say together. */
  static RuleDraft draft(RuleSetting setting, List<Token> tokens, int from) throws SyntaxError {
    RuleParser parser = new RuleParser(setting, tokens, from);
    while (!parser.words.isEmpty() && !parser.draft.isOfOtherFamily()) {
      parser.option();
    }
    return parser.draft;
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
    Place place = draft.loaded().find(name);
    if (place == null) {
      options.unknown(token, name, negated);
    } else if (place.given() == null) {
      general(place.spec(), name, negated);
    } else {
      options.add(place, name, negated);
    }
    words.refuseHanging(name);
  }

  private void general(OptionSpec<?> spec, Token token, boolean negated) throws SyntaxError {
    OptionReader.refuseNegation(token, negated);
    switch (spec.name()) {
      case "-m" -> loadModule(token);
      case "-j", "-g" -> setTarget(spec, token);
      case "-c" -> setCounters(token);
      case "-4" -> draft.ofOtherFamily(setting.context().family() != Family.IPV4);
      case "-6" -> draft.ofOtherFamily(setting.context().family() != Family.IPV6);
      case "-v" -> {} // how much to print, which a rule may say; of -n and -x it may not
      default ->
          throw new SyntaxError(
              "unknown-option", token.column(), "option " + token.text() + " has no place here");
    }
  }

  private void loadModule(Token token) throws SyntaxError {
    Token name = words.name(token, "the name of a match");
    Optional<Extension> match = catalogue.match(name.text());
    if (match.isEmpty()) {
      refuseOtherFamily(catalogue.isMatchOfOtherFamily(name.text()), "match", name);
      setting.remarkUnknown("match", name, catalogue.matchNames());
    }
    draft.addModule(new GivenOptions(name.text(), match.orElse(null), name.column()));
  }

  private void refuseOtherFamily(boolean isOther, String kind, Token name) throws SyntaxError {
    if (isOther) {
      String other = setting.context().family() == Family.IPV4 ? "IPv6" : "IPv4";
      throw new SyntaxError(
          "wrong-family", name.column(), kind + " " + name.text() + " is for " + other + " only");
    }
  }

  private void setTarget(OptionSpec<?> spec, Token token) throws SyntaxError {
    boolean isGoto = spec.name().equals("-g");
    if (draft.target() != null) {
      throw new SyntaxError("second-target", token.column(), "a rule has one target only");
    }
    Token target = words.name(token, isGoto ? "the name of a chain" : "a chain or target");
    draft.target(target, isGoto);
    boolean isChain =
        isGoto || catalogue.isVerdict(target.text()) || setting.isChain().test(target.text());
    if (!isChain) {
      refuseOtherFamily(catalogue.isTargetOfOtherFamily(target.text()), "target", target);
      draft.targetOptions(catalogue.target(target.text()).orElse(null));
    }
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
    draft.counters(
        Counters.of(packets, bytes)
            .orElseThrow(
                () ->
                    new SyntaxError(
                        "bad-counters", first.column(), "expected two numbers after -c")));
  }
}
