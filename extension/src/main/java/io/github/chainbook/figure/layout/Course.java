package io.github.chainbook.figure.layout;

import io.github.chainbook.figure.deployment.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The wires that are drawn, and which of them lead back.
 *
 * @param wires the wires
 * @param back the places in the list of those that lead to what stands to the left, or above
 */
record Course(List<Wire> wires, Set<Integer> back) {

  static Course of(List<Wire> wires) {
    return new Course(wires, new HashSet<>());
  }

  boolean isBack(int wire) {
    return back.contains(wire);
  }

  /**
   * How many wires meet a block at one of its sides; at that where there are more.
   *
   * @param others whether those count that come from this block, or lead to it
   */
  int besideOneAnother(int block, IntPredicate others) {
    int before = 0;
    int behind = 0;
    for (int i = 0; i < wires.size(); i++) {
      boolean in = wires.get(i).to() == block;
      boolean out = wires.get(i).from() == block;
      if ((in || out) && others.test(in ? wires.get(i).from() : wires.get(i).to())) {
        if (in != isBack(i)) {
          before++;
        } else {
          behind++;
        }
      }
    }
    return Math.max(before, behind);
  }

  /**
   * Finds which of the wires between parts lead back.
   *
   * @param parts the numbers of the blocks in each, in the order in which they are to stand
   */
  void read(List<Set<Integer>> parts) {
    for (int i = 0; i < wires.size(); i++) {
      int from = place(parts, wires.get(i).from());
      int to = place(parts, wires.get(i).to());
      if (to >= 0 && to < from) {
        back.add(i);
      }
    }
  }

  private static int place(List<Set<Integer>> parts, int block) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).contains(block)) {
        return i;
      }
    }
    return -1;
  }
}
