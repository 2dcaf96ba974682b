package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What may become of a packet, one walk for each way of answering what is not known. */
final class Branches {

  private static final double ALL = 0x1p31;

  private final List<Leaf> leaves = new ArrayList<>();

  void add(Decisions decisions, Trace trace) {
    leaves.add(new Leaf(List.copyOf(decisions.taken()), decisions.settled(), trace));
  }

  /** The packet's trace: one where all walks are the same, else one that is undecided. */
  Trace merged(boolean more) {
    if (leaves.isEmpty()) {
      return undecided(List.of(), List.of(), more);
    }
    List<Leaf> distinct = open(merge(leaves, 0));
    if (distinct.size() == 1 && !more) {
      return distinct.get(0).trace();
    }
    List<Trace> branches = new ArrayList<>();
    for (Leaf leaf : Whole.answers(distinct)) {
      branches.add(leaf.trace().under(conditions(leaf, -1), share(leaf)));
    }
    if (branches.size() == 1 && !more) {
      return distinct.get(0).trace();
    }
    return undecided(branches, distinct.get(0).trace().hooks(), more);
  }

  private static Trace undecided(List<Trace> branches, List<HookPassage> hooks, boolean more) {
    return new Trace(
        Verdict.UNDECIDED,
        Optional.empty(),
        branches.isEmpty() ? List.of() : common(branches),
        hooks,
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        more ? Optional.of("there are more branches than are shown") : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        branches,
        List.of(),
        OptionalDouble.empty());
  }

  // The leaves are in the order in which the tree of answers is walked: those that answer the
  // question at this depth with yes stand first.
  private static List<Leaf> merge(List<Leaf> part, int from) {
    if (part.size() == 1) {
      return part;
    }
    int depth = fork(part, from);
    int yes = yes(part, depth);
    List<Leaf> holds = merge(part.subList(0, yes), depth + 1);
    List<Leaf> fails = merge(part.subList(yes, part.size()), depth + 1);
    if (same(holds, fails, depth)) {
      return holds.stream().map(leaf -> without(leaf, depth)).toList();
    }
    List<Leaf> all = new ArrayList<>(holds);
    all.addAll(fails);
    return all;
  }

  // The next depth at which they differ.
  private static int fork(List<Leaf> part, int from) {
    int depth = from;
    int yes = yes(part, depth);
    while (yes == 0 || yes == part.size()) {
      yes = yes(part, ++depth);
    }
    return depth;
  }

  private static int yes(List<Leaf> part, int depth) {
    int yes = 0;
    while (yes < part.size() && part.get(yes).answers().get(depth).yes) {
      yes++;
    }
    return yes;
  }

  private static Leaf without(Leaf leaf, int depth) {
    // The answer stays in its place, so that depths keep their meaning, but says nothing.
    List<Decisions.Answer> answers = new ArrayList<>(leaf.answers());
    answers.set(depth, null);
    return new Leaf(java.util.Collections.unmodifiableList(answers), leaf.settled(), leaf.trace());
  }

  // What went before is no condition any more, so that leaves which differ in that alone are one.
  private static List<Leaf> open(List<Leaf> some) {
    if (some.stream().allMatch(leaf -> leaf.settled() == 0)) {
      return some;
    }
    List<Leaf> open = new ArrayList<>();
    for (Leaf leaf : some) {
      Leaf own = leaf.with(leaf.open());
      boolean known =
          open.stream()
              .anyMatch(
                  other ->
                      other.trace().sameAs(own.trace())
                          && conditions(other, -1).equals(conditions(own, -1)));
      if (!known) {
        open.add(own);
      }
    }
    return open;
  }

  private static boolean same(List<Leaf> one, List<Leaf> other, int depth) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).trace().sameAs(other.get(i).trace())
          || one.size() > 1
              && !conditions(one.get(i), depth).equals(conditions(other.get(i), depth))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> conditions(Leaf leaf, int from) {
    return leaf.answers().stream()
        .skip(from + 1L)
        .filter(java.util.Objects::nonNull)
        .map(answer -> answer.condition)
        .toList();
  }

  private static OptionalDouble share(Leaf leaf) {
    double share = 1;
    for (Decisions.Answer answer : leaf.answers()) {
      if (answer == null) {
        continue;
      }
      if (answer.steps < 0) {
        return OptionalDouble.empty();
      }
      share *= (answer.yes ? answer.steps : ALL - answer.steps) / ALL;
    }
    return OptionalDouble.of(share);
  }

  private static List<TraceStep> common(List<Trace> branches) {
    List<TraceStep> first = branches.get(0).steps();
    int length = first.size();
    for (Trace branch : branches) {
      int same = 0;
      while (same < length
          && same < branch.steps().size()
          && branch.steps().get(same).equals(first.get(same))) {
        same++;
      }
      length = same;
    }
    return first.subList(0, length);
  }
}
