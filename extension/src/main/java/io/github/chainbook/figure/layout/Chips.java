package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Parts that only stand on a way: one wire leads into them, and one out of them. */
final class Chips {

  private final int size;
  private final List<Set<Integer>> next = new ArrayList<>();
  private final List<Integer> into = new ArrayList<>();
  private final Set<Integer> met = new HashSet<>();
  private final Set<List<Integer>> ways = new HashSet<>();
  private final Set<Integer> chips = new TreeSet<>();
  private final List<Chain> chains = new ArrayList<>();

  /**
   * A way between two parts.
   *
   * @param chips what stands on it, in its order
   * @param decides whether it says which of the two comes first: no link does so that no flow uses,
   *     where flows come to both
   */
  record Chain(int from, List<Integer> chips, int to, boolean decides) {}

  Chips(List<Set<Integer>> parts, List<Wire> wires) {
    this.size = parts.size();
    Map<Integer, Integer> partOf = new HashMap<>();
    for (int i = 0; i < size; i++) {
      int part = i;
      parts.get(i).forEach(block -> partOf.put(block, part));
      next.add(new TreeSet<>());
      into.add(0);
    }
    for (Wire wire : wires) {
      int from = partOf.getOrDefault(wire.from(), -1);
      int to = partOf.getOrDefault(wire.to(), -1);
      if (wire.kind() == Wire.Kind.FLOW) {
        met.addAll(List.of(from, to));
        ways.add(List.of(from, to));
      }
      if (from != to && from >= 0 && to >= 0 && next.get(from).add(to)) {
        into.set(to, into.get(to) + 1);
      }
    }
    for (int i = 0; i < size; i++) {
      if (parts.get(i).size() == 1 && into.get(i) == 1 && next.get(i).size() == 1) {
        chips.add(i);
      }
    }
    read();
  }

  // Where all of a circle would be such parts, one of them is none.
  private void read() {
    Set<Integer> followed = new HashSet<>();
    for (int i = 0; i < size; i++) {
      if (!chips.contains(i)) {
        follow(i, followed);
      }
    }
    for (int i = 0; i < size; i++) {
      if (chips.contains(i) && !followed.contains(i)) {
        chips.remove(i);
        follow(i, followed);
      }
    }
  }

  private void follow(int from, Set<Integer> followed) {
    for (int to : next.get(from)) {
      List<Integer> passed = new ArrayList<>();
      int end = to;
      while (chips.contains(end)) {
        followed.add(end);
        passed.add(end);
        end = next.get(end).iterator().next();
      }
      boolean decides =
          ways.contains(List.of(from, to)) || !met.contains(from) || !met.contains(end);
      chains.add(new Chain(from, passed, end, decides));
    }
  }

  boolean isChip(int part) {
    return chips.contains(part);
  }

  List<Chain> chains() {
    return chains;
  }

  /** Puts them between the others: behind the earlier of the two that they join. */
  List<Integer> between(List<Integer> others) {
    List<Integer> all = new ArrayList<>();
    for (int part : others) {
      all.add(part);
      for (Chain chain : chains) {
        boolean back = others.indexOf(chain.to()) < others.indexOf(chain.from());
        if (part == (back ? chain.to() : chain.from())) {
          List<Integer> passed = new ArrayList<>(chain.chips());
          if (back) {
            Collections.reverse(passed);
          }
          all.addAll(passed);
        }
      }
    }
    return all;
  }
}
