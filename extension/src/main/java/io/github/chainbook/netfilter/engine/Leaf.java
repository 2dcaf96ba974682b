package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Trace;
import java.util.List;

/**
 * A walk's end.
 *
 * @param answers the answers that led to it
 * @param settled how many of them are about packets that went before, and no condition
 * @param trace what it came to
 */
record Leaf(List<Decisions.Answer> answers, int settled, Trace trace) {

  /** The answers that are conditions; null where nothing depends on one. */
  List<Decisions.Answer> open() {
    return answers.subList(Math.min(settled, answers.size()), answers.size());
  }

  /** The same with only these answers. */
  Leaf with(List<Decisions.Answer> some) {
    return new Leaf(some, 0, trace);
  }
}
