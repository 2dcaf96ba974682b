package io.github.chainbook.figure.table;

import io.github.chainbook.ruleset.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds long runs of rules that are alike, such as kube-proxy's one rule for each Service, or its
 * two that take turns. Alike are rules of one {@link Shape}: only their values differ.
 */
public final class Runs {

  /** So many rules can be read one by one without losing sight of the chain. */
  public static final int DEFAULT_LEAST = 8;

  /** Systems write one, two or three rules for each thing they know of. */
  private static final int LONGEST_TURN = 3;

  private final int least;
  private final Predicate<Rule> apart;

  /**
   * A way to look for runs.
   *
   * @param least how many rules a run has at least, from 2; {@link Integer#MAX_VALUE} for none
   * @param apart rules that are always shown by themselves
   */
  public Runs(int least, Predicate<Rule> apart) {
    this.least = Math.max(2, least);
    this.apart = apart;
  }

  /** Parts a chain's rules into stretches, in order; each rule is in exactly one. */
  public List<Stretch> of(List<Rule> rules) {
    if (rules.size() < least) {
      return rules.isEmpty() ? List.of() : List.of(new Stretch(rules, List.of()));
    }
    List<Shape> shapes = rules.stream().map(Shape::of).toList();
    List<Stretch> stretches = new ArrayList<>();
    int open = 0;
    int at = 0;
    while (at < rules.size()) {
      int turn = 1;
      int end = at;
      while (turn <= LONGEST_TURN && end - at < least) {
        end = endOfRun(rules, shapes, at, turn);
        turn++;
      }
      if (end - at < least) {
        at++;
        continue;
      }
      if (open < at) {
        stretches.add(new Stretch(rules.subList(open, at), List.of()));
      }
      stretches.add(run(rules.subList(at, end), turn - 1));
      at = end;
      open = end;
    }
    if (open < rules.size()) {
      stretches.add(new Stretch(rules.subList(open, rules.size()), List.of()));
    }
    return stretches;
  }

  // The end of the longest run from a place on in which so many shapes take turns, each as often.
  private int endOfRun(List<Rule> rules, List<Shape> shapes, int from, int turn) {
    int end = from;
    while (end < rules.size()
        && !apart.test(rules.get(end))
        && (end < from + turn || shapes.get(end).equals(shapes.get(end - turn)))) {
      end++;
    }
    return end - (end - from) % turn;
  }

  private static Stretch run(List<Rule> rules, int turn) {
    List<RunPattern> patterns = new ArrayList<>();
    for (int phase = 0; phase < turn; phase++) {
      List<Rule> alike = new ArrayList<>();
      for (int i = phase; i < rules.size(); i += turn) {
        alike.add(rules.get(i));
      }
      patterns.add(RunPattern.of(alike));
    }
    return new Stretch(rules, patterns);
  }
}
