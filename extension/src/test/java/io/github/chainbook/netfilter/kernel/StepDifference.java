package io.github.chainbook.netfilter.kernel;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where two ways through the rules part, in words that hold when other rules are taken away. */
final class StepDifference {

  private StepDifference() {}

  /** Names the step that only one of them has, by its place and target but not by its number. */
  static String kind(List<Map<String, Object>> kernel, List<Map<String, Object>> ours) {
    int at = 0;
    while (at < kernel.size() && at < ours.size() && isSame(kernel.get(at), ours.get(at))) {
      at++;
    }
    Map<String, Object> theirs = at < kernel.size() ? kernel.get(at) : Map.of();
    Map<String, Object> own = at < ours.size() ? ours.get(at) : Map.of();
    boolean sameChain =
        List.of("hook", "table", "chain").stream()
            .allMatch(name -> Objects.equals(theirs.get(name), own.get(name)));
    if (!sameChain) {
      return "trace, the kernel at " + step(theirs) + ", ours at " + step(own);
    }
    // In one chain the first of the two is the rule that the other did not match.
    return number(theirs) < number(own)
        ? "trace, only the kernel at " + step(theirs)
        : "trace, only ours at " + step(own);
  }

  private static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return step(one).equals(step(other)) && number(one) == number(other);
  }

  // Policies and ends of chains stand behind all rules.
  private static int number(Map<String, Object> step) {
    return step.get("rule") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
  }

  private static String step(Map<String, Object> step) {
    return step.isEmpty()
        ? "its end"
        : String.format(
            "%s %s %s %s %s%s",
            step.get("hook"),
            step.get("table"),
            step.get("chain"),
            step.get("type"),
            step.get("target"),
            step.getOrDefault("policy", ""));
  }
}
