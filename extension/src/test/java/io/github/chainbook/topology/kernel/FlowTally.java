package io.github.chainbook.topology.kernel;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.flow.FlowWalk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of sending the flows of a topology.
 *
 * @param sendings how often one was sent and compared
 * @param endings how many of those end how, by the walk
 * @param differences what differs, with the flow's text before it
 */
record FlowTally(int sendings, Map<Flow.Ending, Integer> endings, List<String> differences) {

  /** How often a flow is sent that may take several ways. */
  private static final int OFTEN = 6;

  /** Builds a topology and sends its flows. Those that the walk does not know are left out. */
  static FlowTally of(DeclaredTopology declared, List<FlowWalk> walks, FlowComparison comparison)
      throws IOException {
    TopologyPlan plan =
        new TopologyPlan(
            declared.topology(), flow -> often(walks.get(flow.number() - 1)), declared.sets());
    int sendings = 0;
    Map<Flow.Ending, Integer> endings = new EnumMap<>(Flow.Ending.class);
    List<String> differences = new ArrayList<>();
    for (Map<String, Object> answer : TopologyOracle.ask(plan.values())) {
      RealFlow real = new RealFlow(answer);
      FlowWalk walk = walks.get(real.flow() - 1);
      comparison
          .differences(walk, real)
          .forEach(found -> differences.add(walk.flow().text() + ": " + found));
      endings.merge(walk.ways().get(0).ending(), 1, Integer::sum);
      sendings++;
    }
    return new FlowTally(sendings, endings, differences);
  }

  private static int often(FlowWalk walk) {
    if (walk.ways().stream().anyMatch(way -> way.ending() == Flow.Ending.UNKNOWN)) {
      return 0;
    }
    return walk.ways().size() == 1 ? 1 : OFTEN;
  }
}
