package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What parts of rules have in common that differ in nothing but values: {@code -m comment --comment
 * VALUE}.
 *
 * @param kind what part it is
 * @param extension what the options are of; null for a target without options
 * @param module the match's name, if it has one
 * @param target the target, before its options are read; null for other parts
 * @param column where the name of the match or target stands
 * @param context what is known of a rule behind it
 * @param options its options; of those that wait for a value, null
 * @param waiting which option each value belongs to
 */
record PartForm(
    RulePart.Kind kind,
    Extension extension,
    Optional<String> module,
    Target target,
    int column,
    RuleContext context,
    List<RuleOption> options,
    List<Waiting> waiting) {

  /**
   * An option that waits for its value.
   *
   * @param index its place among the options
   * @param word the index of its value among the part's words
   */
  record Waiting(OptionSpec<?> spec, boolean negated, int index, int word) {

    /** Whether a comma in its value would make a list. */
    boolean takesList() {
      return spec == BuiltIn.SOURCE || spec == BuiltIn.DESTINATION;
    }
  }

  /**
   * Reads a part of this form.
   *
   * @param values the words that its options wait for
   * @return null where what they say hangs on other words of the rule, or is wrong
   */
  RulePart read(String[] values, OptionCache cache) {
    try {
      // Each kind does it all for itself: in one method it would be too much for the compiler.
      return kind.read(this, values, cache);
    } catch (BadValue | BadRule e) {
      return null;
    }
  }

  /** The options with these values; null where a value hangs on other words of the rule. */
  Options given(String[] values, OptionCache cache) throws BadValue {
    if (options.size() == 1 && values.length == 1) {
      RuleOption only = option(waiting.get(0), values[0]);
      return only == null ? null : new Options(List.of(only));
    }
    RuleOption[] all = options.toArray(new RuleOption[0]);
    for (int i = 0; i < values.length; i++) {
      Waiting option = waiting.get(i);
      if (option.takesList() && values[i].indexOf(',') >= 0) {
        return null;
      }
      all[option.index()] = cache.read(option.spec(), values[i], option.negated(), context);
    }
    return new Options(List.of(all));
  }

  // One value that is not known makes a part that is not, so the cache would not have it.
  private RuleOption option(Waiting option, String value) throws BadValue {
    return option.takesList() && value.indexOf(',') >= 0
        ? null
        : option.spec().read(List.of(value), option.negated(), context);
  }

  /**
   * The form of a part.
   *
   * @param draft what its words say
   * @param tokens its words
   * @return null where what it says hangs on other words of its rule
   */
  static PartForm of(RuleSetting setting, RuleDraft draft, List<Token> tokens) throws SyntaxError {
    boolean hangs =
        !draft.lists().isEmpty()
            || draft.counters().isPresent()
            || draft.isOfOtherFamily()
            || draft.loaded().abbreviationsSeen();
    int plain = draft.builtIns().isEmpty() ? 0 : 1;
    int targets = draft.target() == null ? 0 : 1;
    if (hangs || draft.modules().size() + targets + plain != 1) {
      return null;
    }
    if (plain == 1) {
      return of(RulePart.Kind.PLAIN, draft.builtIns(), Optional.empty(), null, draft, tokens);
    }
    if (targets == 1) {
      return ofTarget(setting, draft, tokens);
    }
    GivenOptions module = draft.modules().get(0);
    Optional<String> name = Optional.of(module.extension().savedAs());
    return of(RulePart.Kind.MATCH, module, name, null, draft, tokens);
  }

  private static PartForm ofTarget(RuleSetting setting, RuleDraft draft, List<Token> tokens)
      throws SyntaxError {
    GivenOptions given = draft.targetOptions();
    if (given == null) {
      Target target = new TargetChecks(setting, draft).target(List.of());
      return new PartForm(
          RulePart.Kind.TARGET,
          null,
          Optional.empty(),
          target,
          target.column(),
          draft.context(),
          List.of(),
          List.of());
    }
    if (given.extension() == null) {
      return null;
    }
    String name = given.extension().savedAs();
    Target target = new Target(name, Target.Kind.EXTENSION, given.column(), List.of());
    return of(RulePart.Kind.TARGET, given, Optional.empty(), target, draft, tokens);
  }

  private static PartForm of(
      RulePart.Kind kind,
      GivenOptions given,
      Optional<String> module,
      Target target,
      RuleDraft draft,
      List<Token> tokens)
      throws SyntaxError {
    given.checked(draft.context());
    List<RuleOption> options = new ArrayList<>();
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      RuleOption option = given.option(i);
      int word = indexOf(tokens, given.column(i)) + 1;
      boolean waits = waits(option.spec(), tokens, word);
      if (waits) {
        waiting.add(new Waiting(option.spec(), option.negated(), i, word));
      }
      options.add(option);
    }
    return new PartForm(
        kind, given.extension(), module, target, given.column(), draft.context(), options, waiting);
  }

  private static int indexOf(List<Token> tokens, int column) {
    int i = 0;
    while (tokens.get(i).column() != column) {
      i++;
    }
    return i;
  }

  // What stands behind -p says how others are read.
  private static boolean waits(OptionSpec<?> spec, List<Token> tokens, int word) {
    return spec != BuiltIn.PROTOCOL
        && spec.values() == 1
        && !spec.type().isOptional()
        && spec.isCalled(tokens.get(word - 1).text())
        && word < tokens.size();
  }
}
