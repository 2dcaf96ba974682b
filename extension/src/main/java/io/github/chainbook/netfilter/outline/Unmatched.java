package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.ruleset.Chain;
import io.github.chainbook.ruleset.Rule;
import io.github.chainbook.ruleset.Target;
import java.util.List;

/** The rules of a chain that were asked and did not match. */
public final class Unmatched {

  private Unmatched() {}

  /**
   * The rules that were asked in vain right before a step.
   *
   * @param visit the steps of one visit to the chain, from its beginning
   * @param index which of them
   * @param chain the chain
   */
  public static List<Rule> before(List<Outline.Node> visit, int index, Chain chain) {
    int from = 0;
    for (int i = 0; i < index; i++) {
      Rule rule = visit.get(i).step().rule().orElse(null);
      if (rule != null) {
        from = rule.number();
        if (endsVisit(rule)) {
          return List.of();
        }
      }
    }
    TraceStep step = visit.get(index).step();
    int to = step.rule().map(rule -> rule.number() - 1).orElse(chain.rules().size());
    return from < to ? chain.rules().subList(from, to) : List.of();
  }

  // Behind such a rule no other one of the chain is asked.
  private static boolean endsVisit(Rule rule) {
    return rule.target()
        .filter(t -> t.kind() == Target.Kind.GOTO || t.name().equals("RETURN"))
        .isPresent();
  }
}
