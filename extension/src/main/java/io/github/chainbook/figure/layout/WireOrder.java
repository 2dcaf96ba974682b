package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Wire;
import io.github.chainbook.figure.layout.Nest.Member;
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
 * these lead back to where the flow was before.
 */
final class WireOrder {

  private final List<Member> members;
  private final List<Set<Integer>> next = new ArrayList<>();
  private final Set<Integer> seen = new HashSet<>();
  private final Deque<Member> ordered = new ArrayDeque<>();

  private WireOrder(List<Member> members) {
    this.members = members;
  }

  /** The parts in order; what wires do not decide is as the flows come to it. */
  static List<Member> of(List<Member> members, List<Wire> wires) {
    WireOrder order =
        new WireOrder(
            members.stream()
                .sorted(Comparator.comparing(member -> member.numbers().iterator().next()))
                .toList());
    order.read(wires);
    // The last come first: each puts itself before all that it leads to.
    for (int i = members.size() - 1; i >= 0; i--) {
      order.visitFrom(i);
    }
    return List.copyOf(order.ordered);
  }

  private void read(List<Wire> wires) {
    members.forEach(member -> next.add(new TreeSet<>(Comparator.reverseOrder())));
    for (Wire wire : wires) {
      int from = indexOf(wire.from());
      int to = indexOf(wire.to());
      if (from >= 0 && to >= 0 && from != to) {
        next.get(from).add(to);
      }
    }
  }

  private int indexOf(int block) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).holds(block)) {
        return i;
      }
    }
    return -1;
  }

  // A start that is in a circle is only one where the flow comes to it first.
  private void visitFrom(int start) {
    boolean entered = false;
    for (int i = 0; i < members.size(); i++) {
      entered |= i < start && leadsTo(i, start);
    }
    if (!entered) {
      visit(start);
    }
  }

  private boolean leadsTo(int from, int to) {
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (int n : next.get(open.pop())) {
        if (reached.add(n)) {
          open.push(n);
        }
      }
    }
    return reached.contains(to);
  }

  private void visit(int member) {
    if (seen.add(member)) {
      next.get(member).forEach(this::visit);
      ordered.push(members.get(member));
    }
  }
}
