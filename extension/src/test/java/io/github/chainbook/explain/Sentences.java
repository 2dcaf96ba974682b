package io.github.chainbook.explain;

import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.RuleText;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.ruleset.Table;

/** All rules of a ruleset, each with its sentence in the line below. */
final class Sentences {

  private Sentences() {}

  static String of(Ruleset ruleset) {
    StringBuilder out = new StringBuilder();
    for (Table table : ruleset.tables()) {
      Explainer explainer = new Explainer(ruleset.family(), table);
      for (Chain chain : table.chains()) {
        for (Rule rule : chain.rules()) {
          Explanation explanation = explainer.explain(chain, rule);
          out.append(RuleText.line(chain, rule)).append('\n');
          out.append(explanation.complete() ? "    " : "    [incomplete] ");
          out.append(explanation.text()).append('\n');
        }
      }
    }
    return out.toString();
  }
}
