package io.github.chainbook.ruleset;

import io.github.chainbook.ruleset.LoadedOptions.Place;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import io.github.chainbook.xtables.value.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what stands behind an option of a rule, and puts it where it belongs. */
final class OptionReader {

  /** No protocol has a longer name. */
  private static final int MAX_WORD = 40;

  private final RuleSetting setting;
  private final RuleWords words;
  private final RuleDraft draft;
  private final OptionValues values;

  OptionReader(RuleSetting setting, RuleWords words, RuleDraft draft) {
    this.setting = setting;
    this.words = words;
    this.draft = draft;
    this.values = new OptionValues(setting, draft);
  }

  static void refuseNegation(Token token, boolean negated) throws SyntaxError {
    if (negated) {
      throw new SyntaxError(
          "not-negatable", token.column(), "! cannot stand before " + token.text());
    }
  }

  /** An option of the catalogue. */
  void add(Place place, Token name, boolean negated) throws SyntaxError {
    OptionSpec<?> spec = place.spec();
    if (!spec.repeatable() && place.given().has(spec)) {
      throw new SyntaxError(
          "option-twice", name.column(), "option " + spec.name() + " is given twice");
    }
    if (!spec.negatable()) {
      refuseNegation(name, negated);
    }
    List<Token> given = words.values(spec, name);
    if (place.given() == draft.builtIns() && !given.isEmpty() && given.get(0).is("!")) {
      throw RuleWords.negationBehind(name, given.get(0));
    }
    boolean address = spec == BuiltIn.SOURCE || spec == BuiltIn.DESTINATION;
    if (address && given.get(0).text().indexOf(',') >= 0) {
      List<RuleOption> several = addresses(spec, name, given.get(0), negated);
      draft.lists().add(several);
      place.given().add(several.get(0), name.column());
      return;
    }
    RuleOption option = values.read(spec, name, given, negated);
    place.given().add(option, name.column());
    if (spec == BuiltIn.PROTOCOL) {
      int number = option.meaning() instanceof Protocol known ? known.number() : 0;
      draft.protocol(given.get(0), number, option.negated());
    }
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
      addresses.add(values.read(spec, name, List.of(address), false));
      column += part.codePointCount(0, part.length()) + 1;
    }
    return addresses;
  }

  /** An option that no loaded extension of the catalogue has. */
  void unknown(Token token, Token name, boolean negated) throws SyntaxError {
    Optional<GivenOptions> undescribed = draft.loaded().undescribed();
    if (undescribed.isPresent()) {
      undescribed.get().add(words.verbatim(token, negated), token.column());
      return;
    }
    Optional<Extension> implied =
        draft
            .protocol()
            .filter(p -> p.text().length() < MAX_WORD)
            .map(p -> p.text().toLowerCase(Locale.ROOT))
            .flatMap(setting.catalogue()::matchOfProtocol)
            .filter(m -> !draft.hasModule(m.name()))
            .filter(m -> m.option(name.text()).isPresent());
    if (implied.isEmpty()) {
      String message = UnknownOption.message(setting.catalogue(), draft, name);
      throw new SyntaxError("unknown-option", token.column(), message);
    }
    draft.addModule(new GivenOptions(implied.get().name(), implied.get(), token.column()));
    add(draft.loaded().find(name), name, negated);
  }
}
