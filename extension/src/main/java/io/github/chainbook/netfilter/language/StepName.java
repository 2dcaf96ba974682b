package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.TraceStep;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule, a policy or a chain as a claim names it.
 *
 * @param table the table; empty for any
 * @param chain the chain's name
 * @param rule the rule's number; empty for none
 * @param policy whether the chain's policy is meant
 */
public record StepName(Optional<String> table, String chain, OptionalInt rule, boolean policy) {

  /** Whether this step is named, or is in the chain that is named. */
  public boolean names(TraceStep step) {
    boolean here =
        chain.equals(step.chain()) && table.map(name -> name.equals(step.table())).orElse(true);
    if (!here) {
      return false;
    }
    if (policy) {
      return step.type() == TraceStep.Type.POLICY;
    }
    return rule.isEmpty()
        || step.rule().map(found -> found.number() == rule.getAsInt()).orElse(false);
  }

  @Override
  public String toString() {
    String path = table.map(name -> name + "/").orElse("") + chain;
    return path + (policy ? " policy" : rule.isPresent() ? " " + rule.getAsInt() : "");
  }
}
