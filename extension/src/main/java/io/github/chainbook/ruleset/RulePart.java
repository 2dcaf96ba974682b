package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import java.util.List;
import java.util.Set;

/**
 * A part of a rule that means the same wherever it stands: the options that need no extension, a
 * match with its options, or a target with its own.
 *
 * @param form what it shares with parts that differ in values alone
 * @param values the words that its options have waited for
 * @param given its options
 * @param match its options as they print; null where there are none, and for a target that is still
 *     to be checked
 * @param hooks the hooks from which a rule with it may be reached; none for all
 */
record RulePart(PartForm form, String[] values, Options given, Match match, Set<String> hooks) {

  /** What a part of a rule is, and how it is made of values. */
  enum Kind {
    /** Options that need no extension. */
    PLAIN {
      @Override
      RulePart read(PartForm form, String[] values, OptionCache cache) throws BadValue, BadRule {
        Options given = form.given(values, cache);
        if (given == null) {
          return null;
        }
        form.extension().checkMeaning(given, form.context());
        List<RuleOption> printed = form.extension().print(given, form.context());
        Match match = printed.isEmpty() ? null : new Match(form.module(), printed);
        return new RulePart(form, values, given, match, Set.of());
      }
    },
    /** A match. */
    MATCH {
      @Override
      RulePart read(PartForm form, String[] values, OptionCache cache) throws BadValue, BadRule {
        Options given = form.given(values, cache);
        if (given == null) {
          return null;
        }
        Extension extension = form.extension();
        extension.checkMeaning(given, form.context());
        Match match = new Match(form.module(), extension.print(given, form.context()));
        return new RulePart(form, values, given, match, extension.hooks(given));
      }
    },
    /** A target; where what it says is to be checked, that is done beside its rule's matches. */
    TARGET {
      @Override
      RulePart read(PartForm form, String[] values, OptionCache cache) throws BadValue {
        Options given = form.given(values, cache);
        Extension extension = form.extension();
        if (given == null || extension == null || extension.checksMeaning()) {
          return given == null ? null : new RulePart(form, values, given, null, Set.of());
        }
        Match match = new Match(form.module(), extension.print(given, form.context()));
        return new RulePart(form, values, given, match, extension.hooks(given));
      }
    };

    abstract RulePart read(PartForm form, String[] values, OptionCache cache)
        throws BadValue, BadRule;
  }

  /**
   * Whether its values stand in a line.
   *
   * @param from the indices of the line's values
   * @param to the indices behind them
   * @param first the first of them that is this part's
   */
  boolean hasValues(String line, int[] from, int[] to, int first) {
    for (int i = 0; i < values.length; i++) {
      int start = from[first + i];
      String value = values[i];
      if (value.length() != to[first + i] - start || !line.startsWith(value, start)) {
        return false;
      }
    }
    return true;
  }

  /** What it has options of; null for a verdict or a chain. */
  Extension extension() {
    return form.extension();
  }

  /** What is known of the rule behind this part. */
  RuleContext context() {
    return form.context();
  }
}
