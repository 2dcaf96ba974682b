package io.github.chainbook.ruleset;

import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * What iptables asks of a rule's target.
 *
 * @param setting where the rule stands
 * @param draft what its words say; a target among it
 */
record TargetChecks(RuleSetting setting, RuleDraft draft) {

  /**
   * The target, if iptables takes it here.
   *
   * @param matches what the rule asks of a packet with {@code -m}
   */
  Target target(List<Match> matches) throws SyntaxError {
    Token written = draft.target();
    GivenOptions given = draft.targetOptions();
    Catalogue catalogue = setting.catalogue();
    Target.Kind kind = draft.isGoto() ? Target.Kind.GOTO : Target.Kind.JUMP;
    if (catalogue.isVerdict(written.text())) {
      checkVerdict(written);
      kind = Target.Kind.VERDICT;
    }
    if (given == null) {
      return new Target(written.text(), kind, written.column(), List.of());
    }
    List<RuleOption> options = given.checked(beside(draft.context(), matches));
    String name = written.text();
    if (given.extension() != null) {
      name = given.extension().savedAs();
      kind = Target.Kind.EXTENSION;
    } else if (!options.isEmpty() && !draft.isGoto()) {
      // A chain takes no options.
      kind = Target.Kind.EXTENSION;
      setting.remarkUnknown("target", written, catalogue.targetNames());
    }
    return new Target(name, kind, written.column(), options);
  }

  /** What a target may know of its rule. */
  static RuleContext beside(RuleContext rule, List<Match> matches) {
    List<RuleOption> besides = new ArrayList<>(matches.size() + 1);
    for (Match match : matches) {
      besides.addAll(match.options());
    }
    return rule.beside(besides);
  }

  private void checkVerdict(Token name) throws SyntaxError {
    if (draft.isGoto()) {
      throw new SyntaxError(
          "bad-goto", name.column(), "-g leads to a chain, and " + name.text() + " is none");
    }
    if (name.text().equals("DROP") && draft.context().table().equals("nat")) {
      throw new SyntaxError(
          "wrong-table",
          name.column(),
          "table nat is not for filtering: expected another target than DROP");
    }
  }
}
