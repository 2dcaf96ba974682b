package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes options of the words behind them.
 *
 * @param setting where the rule stands
 * @param draft what the rule has said so far
 */
record OptionValues(RuleSetting setting, RuleDraft draft) {

  /**
   * Reads an option's words.
   *
   * @param name the option as it is written
   */
  RuleOption read(OptionSpec<?> spec, Token name, List<Token> values, boolean negated)
      throws SyntaxError {
    try {
      if (values.size() == 1 && !spec.type().isFreeText()) {
        return setting.options().read(spec, values.get(0).text(), negated, draft.context());
      }
      return spec.read(texts(values), negated, draft.context());
    } catch (BadValue e) {
      int column = values.isEmpty() ? 1 : values.get(0).column();
      if (!e.isUnresolved() && !values.isEmpty()) {
        refuseOption(name, values.get(0));
      }
      if (!e.isUnresolved()) {
        throw new SyntaxError("bad-value", column, spec.name() + ": " + e.getMessage());
      }
      setting.remarks().accept(new RuleSetting.Remark("unresolved-name", column, e.getMessage()));
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
    if (values.size() == 1) {
      return List.of(values.get(0).text());
    }
    List<String> texts = new ArrayList<>(values.size());
    for (Token value : values) {
      texts.add(value.text());
    }
    return texts;
  }
}
