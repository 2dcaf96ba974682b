package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Wire;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Orders parts so that wires lead from earlier to later ones, but for those that close a circle:
 * these lead back to where the flow was before. What only stands on such a way, such as the label
 * of a step, is put between the two that it joins, so that the way back is as short as the way
 * there.
 */
final class WireOrder {

  private final Chips chips;
  private final List<Set<Integer>> next = new ArrayList<>();
  private final List<Set<Integer>> reached = new ArrayList<>();
  private final Set<Integer> starts = new HashSet<>();
  private final Set<Integer> seen = new HashSet<>();
  private final Deque<Integer> ordered = new ArrayDeque<>();

  private WireOrder(List<Set<Integer>> parts, List<Wire> wires) {
    this.chips = new Chips(parts, wires);
    for (int i = 0; i < parts.size(); i++) {
      next.add(new TreeSet<>(Comparator.reverseOrder()));
    }
    chips.chains().stream()
        .filter(Chips.Chain::decides)
        .forEach(chain -> next.get(chain.from()).add(chain.to()));
    for (int i = 0; i < parts.size(); i++) {
      reached.add(reached(i));
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!chips.isChip(i) && isStart(i)) {
        starts.add(i);
      }
    }
  }

  /**
   * The places of the parts in the list, in order; what wires do not decide is as it was.
   *
   * @param parts the numbers of the blocks in each
   */
  static List<Integer> of(List<Set<Integer>> parts, List<Wire> wires) {
    WireOrder order = new WireOrder(parts, wires);
    // The last come first: each puts itself before all that it leads to.
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (order.starts.contains(i)) {
        order.visit(i);
      }
    }
    return order.chips.between(List.copyOf(order.ordered));
  }

  // A start that is in a circle is only one where the flow comes to it first.
  private boolean isStart(int part) {
    for (int i = 0; i < part; i++) {
      if (reached.get(i).contains(part)) {
        return false;
      }
    }
    return true;
  }

  private Set<Integer> reached(int from) {
    Set<Integer> all = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (int n : next.get(open.pop())) {
        if (all.add(n)) {
          open.push(n);
        }
      }
    }
    return all;
  }

  // What another flow brings back to a start does not move that away from its place.
  private void visit(int part) {
    if (seen.add(part)) {
      for (int n : next.get(part)) {
        boolean back = starts.contains(n) && reached.get(n).contains(part);
        if (!back) {
          visit(n);
        }
      }
      ordered.push(part);
    }
  }
}
