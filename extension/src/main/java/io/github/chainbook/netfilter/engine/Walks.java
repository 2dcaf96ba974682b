package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Goes all ways that a packet may take: one walk for each way of deciding what is not known. */
final class Walks {

  /** Branches are looked for up to here; a note says when there are more. */
  private static final int MAX_WALKS = 4096;

  /** And no further where the walks took so many answers together, which costs memory. */
  private static final int MAX_ANSWERS = 1 << 18;

  private Walks() {}

  /**
   * What becomes of a packet by all walks.
   *
   * @param walk a walk that takes these decisions; empty where they contradict what is known
   */
  static Trace all(Function<Decisions, Optional<Trace>> walk) {
    Decisions decisions = new Decisions(List.of());
    Optional<Trace> trace = walk.apply(decisions);
    if (decisions.taken().isEmpty() && trace.isPresent()) {
      return trace.get();
    }
    Branches branches = new Branches();
    trace.ifPresent(some -> branches.add(decisions, some));
    List<Boolean> script = decisions.following();
    int walks = 1;
    int answers = decisions.taken().size();
    while (script != null && walks++ < MAX_WALKS && answers < MAX_ANSWERS) {
      Decisions next = new Decisions(script);
      walk.apply(next).ifPresent(some -> branches.add(next, some));
      answers += next.taken().size();
      script = next.following();
    }
    return branches.merged(script != null);
  }
}
