package io.github.chainbook.topology.flow;

import io.github.chainbook.text.Diagnostic;
import io.github.chainbook.topology.Flow;
import java.util.List;

/**
 * What came of a flow.
 *
 * @param flow the flow
 * @param hops all hops of all its ways; the hop of number N is the one at N - 1
 * @param ways the ways that it may take: one, unless something is not known or chance decides
 * @param problems what is not as the author says, or expects
 */
public record FlowWalk(Flow flow, List<Hop> hops, List<Way> ways, List<Diagnostic> problems) {

  public FlowWalk {
    hops = List.copyOf(hops);
    ways = List.copyOf(ways);
    problems = List.copyOf(problems);
  }

  /** The hops of a way, in order. */
  public List<Hop> hopsOf(Way way) {
    return way.hops().stream().map(number -> hops.get(number - 1)).toList();
  }
}
