package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One of the things that may come of a packet.
 *
 * @param verdict the verdict
 * @param outcome what it is turned into
 * @param share how many packets get it, from 0 to 1, where only chance decides
 */
public record Possibility(Verdict verdict, Outcome outcome, OptionalDouble share) {

  /** What may come of an undecided packet; branches that come to the same are counted together. */
  public static List<Possibility> of(Trace trace) {
    Map<List<Object>, Possibility> found = new LinkedHashMap<>();
    for (Trace branch : trace.branches()) {
      Possibility one = new Possibility(branch.verdict(), Outcome.of(branch), branch.share());
      Outcome outcome = one.outcome;
      found.merge(List.of(one.verdict, outcome.kind(), outcome.details()), one, Possibility::and);
    }
    return new ArrayList<>(found.values());
  }

  private Possibility and(Possibility other) {
    boolean known = share.isPresent() && other.share.isPresent();
    return new Possibility(
        verdict,
        outcome,
        known
            ? OptionalDouble.of(share.getAsDouble() + other.share.getAsDouble())
            : OptionalDouble.empty());
  }
}
