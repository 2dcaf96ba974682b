package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A packet's way as a tree: hooks, the tables that were asked there, and the steps in each, those
 * in a chain below the rule that led to it.
 *
 * @param hooks in the order in which the packet came to them
 */
public record Outline(List<HookPart> hooks) {

  /**
   * A hook.
   *
   * @param passage with which interfaces the packet was there
   * @param tables the tables that had a step there; none where no table was asked
   */
  public record HookPart(HookPassage passage, List<TablePart> tables) {}

  /**
   * A table at a hook.
   *
   * @param name its name
   * @param steps the steps in its built-in chain
   */
  public record TablePart(String name, List<Node> steps) {}

  /**
   * A step, with those in the chain that it leads to.
   *
   * @param step the step
   * @param below the steps there, in order
   */
  public record Node(TraceStep step, List<Node> below) {}

  /** A chain that the packet is in, and where its steps go. */
  private record Level(String chain, List<Node> nodes) {}

  /** The whole way of a trace; of an undecided one, the part that all branches share. */
  public static Outline of(Trace trace) {
    return of(trace, 0);
  }

  /**
   * The way from a step on.
   *
   * @param from how many steps are left out at the beginning
   */
  public static Outline of(Trace trace, int from) {
    List<TraceStep> steps = trace.steps();
    List<HookPart> hooks = new ArrayList<>();
    int at = 0;
    for (HookPassage passage : trace.hooks()) {
      int end = at;
      while (end < steps.size() && steps.get(end).hook() == passage.hook()) {
        end++;
      }
      // Where only a part is shown, hooks without a step in it are left out.
      boolean partial = from > 0 || !trace.isDecided();
      if (end > Math.max(at, from) || end == at && !partial) {
        hooks.add(
            new HookPart(passage, tables(steps.subList(Math.max(at, Math.min(from, end)), end))));
      }
      at = end;
    }
    return new Outline(hooks);
  }

  private static List<TablePart> tables(List<TraceStep> steps) {
    List<TablePart> tables = new ArrayList<>();
    int at = 0;
    while (at < steps.size()) {
      String name = steps.get(at).table();
      int end = at;
      while (end < steps.size() && steps.get(end).table().equals(name)) {
        end++;
      }
      tables.add(new TablePart(name, nodes(steps.subList(at, end))));
      at = end;
    }
    return tables;
  }

  // A step says in which chain it is; chains that are left are taken off until it is the last one.
  private static List<Node> nodes(List<TraceStep> steps) {
    List<Node> top = new ArrayList<>();
    Deque<Level> levels = new ArrayDeque<>();
    levels.push(new Level(steps.get(0).chain(), top));
    for (TraceStep step : steps) {
      boolean entered = levels.stream().anyMatch(level -> level.chain().equals(step.chain()));
      while (entered && !levels.peek().chain().equals(step.chain())) {
        levels.pop();
      }
      Node node = new Node(step, new ArrayList<>());
      levels.peek().nodes().add(node);
      step.rule()
          .flatMap(rule -> rule.leadsTo())
          .ifPresent(chain -> levels.push(new Level(chain, node.below())));
    }
    return top;
  }
}
