package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the rules of a large dump, which are of few forms: what a form says is understood once, and
 * of each line no more than what differs. What is wrong, or written as iptables-save does not print
 * it, is not read here at all.
 */
final class SavedLines {

  /** So short that no word and no number of words is too large for iptables. */
  private static final int LONGEST = 400;

  /** Where the name of a chain stands, behind {@code -A} and a blank. */
  private static final int CHAIN = 3;

  /** A dump that has more forms is none that repeats itself. */
  private static final int MOST_FORMS = 1000;

  private final RuleContext table;
  private final ChainNames chains;
  private final LineForms forms;
  private final LineLearner learner;
  private int learned;

  // What is known of the line that is read.
  private final Match[] matches = new Match[LONGEST];
  private int count;
  private int firstModule;
  private List<ParsedRule.HookLimit> limits;

  /**
   * A reader.
   *
   * @param setting where the rules stand, whichever chain they are of
   * @param chains the chains of the table
   */
  SavedLines(RuleSetting setting, ChainNames chains) {
    this.table = setting.context();
    this.chains = chains;
    this.forms = new LineForms(chains, LONGEST);
    this.learner = new LineLearner(setting, forms);
  }

  /** What a line that begins with {@code -A} and a blank says; null where it is not for here. */
  CommandLine.Parsed read(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    String chain = chains.find(line, CHAIN);
    if (chain == null) {
      return null;
    }
    int end = CHAIN + chain.length();
    LineForm form = forms.find(line, end + 1);
    if (form == null && end < line.length() && learned++ < MOST_FORMS) {
      learner.learn(line, end + 1);
      form = forms.find(line, end + 1);
    }
    ParsedRule rule = form == null ? null : rule(line, form, RuleChecks.refusedIn(chain));
    return rule == null
        ? null
        : new CommandLine.Parsed(chain, CHAIN + 1, Optional.empty(), List.of(rule), List.of());
  }

  private ParsedRule rule(String line, LineForm form, OptionSpec<?> refused) {
    count = 0;
    firstModule = 0;
    limits = List.of();
    Target target = form.jumps() ? forms.target() : null;
    RuleContext context = table;
    int value = 0;
    List<PartMemo> parts = form.parts();
    for (int i = 0; i < parts.size(); i++) {
      PartMemo memo = parts.get(i);
      RulePart part = forms.part(line, memo, value);
      if (part == null) {
        return null;
      }
      value += part.values().length;
      switch (part.form().kind()) {
        case PLAIN -> {
          if (refused != null && part.given().has(refused)) {
            return null;
          }
          context = part.context();
          firstModule = part.match() == null ? 0 : 1;
          add(part.match());
        }
        case MATCH -> {
          add(part.match());
          limit(memo, part.hooks());
        }
        case TARGET -> {
          target = target(memo, part, context);
          if (target == null) {
            return null;
          }
        }
      }
    }
    return new ParsedRule(matches(0), Optional.ofNullable(target), Optional.empty(), limits);
  }

  private Target target(PartMemo memo, RulePart part, RuleContext context) {
    Target known = part.form().target();
    int column = forms.column(memo.word());
    if (part.match() != null) {
      limit(memo, part.hooks());
      return new Target(known.name(), known.kind(), column, part.match().options());
    }
    return part.form().extension() == null
        ? new Target(known.name(), known.kind(), column, List.of())
        : checkedTarget(memo, part, context);
  }

  // The matches of the rule are looked at as well.
  private Target checkedTarget(PartMemo memo, RulePart part, RuleContext context) {
    Target known = part.form().target();
    Extension extension = part.form().extension();
    try {
      RuleContext beside = TargetChecks.beside(context, matches(firstModule));
      extension.checkMeaning(part.given(), beside);
      List<RuleOption> options = extension.print(part.given(), beside);
      limit(memo, extension.hooks(part.given()));
      return new Target(known.name(), known.kind(), forms.column(memo.word()), options);
    } catch (BadRule e) {
      return null;
    }
  }

  private void limit(PartMemo memo, Set<String> hooks) {
    if (!hooks.isEmpty()) {
      String title = memo.form().extension().title();
      ParsedRule.HookLimit limit =
          new ParsedRule.HookLimit(title, hooks, forms.column(memo.word()));
      limits = limits.isEmpty() ? List.of(limit) : behind(limits, limit);
    }
  }

  private static List<ParsedRule.HookLimit> behind(
      List<ParsedRule.HookLimit> limits, ParsedRule.HookLimit last) {
    List<ParsedRule.HookLimit> all = new ArrayList<>(limits);
    all.add(last);
    return all;
  }

  private void add(Match match) {
    if (match != null) {
      matches[count++] = match;
    }
  }

  private List<Match> matches(int from) {
    return switch (count - from) {
      case 0 -> List.of();
      case 1 -> List.of(matches[from]);
      case 2 -> List.of(matches[from], matches[from + 1]);
      default -> List.of(Arrays.copyOfRange(matches, from, count));
    };
  }
}
