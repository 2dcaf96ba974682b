package io.github.chainbook.netfilter.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Leaves out answers that are only parts of others: that a match with two options does not hold is
 * all that counts where nothing depends on which of them fails.
 */
final class Whole {

  private Whole() {}

  /** The leaves without such answers, where those that then look alike have the same end. */
  static List<Leaf> answers(List<Leaf> leaves) {
    if (leaves.stream().noneMatch(leaf -> leaf.answers().stream().anyMatch(Whole::isPart))) {
      return leaves;
    }
    Map<List<String>, Leaf> first = new HashMap<>();
    Map<List<String>, Boolean> alike = new HashMap<>();
    for (Leaf leaf : leaves) {
      List<String> conditions = conditions(leaf);
      Leaf other = first.putIfAbsent(conditions, leaf);
      alike.merge(
          conditions, other == null || other.trace().sameAs(leaf.trace()), Boolean::logicalAnd);
    }
    List<Leaf> whole = new ArrayList<>();
    for (Leaf leaf : leaves) {
      List<String> conditions = conditions(leaf);
      if (!alike.get(conditions)) {
        whole.add(leaf);
      } else if (first.get(conditions) == leaf) {
        whole.add(leaf.with(leaf.answers().stream().filter(a -> a != null && !isPart(a)).toList()));
      }
    }
    return whole;
  }

  private static boolean isPart(Decisions.Answer answer) {
    return answer != null && answer.partial;
  }

  private static List<String> conditions(Leaf leaf) {
    return leaf.answers().stream()
        .filter(Objects::nonNull)
        .filter(answer -> !answer.partial)
        .map(answer -> answer.condition)
        .toList();
  }
}
