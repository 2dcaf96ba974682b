package io.github.chainbook.topology.kernel;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.FlowWalker;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the kernel about the flows of random topologies, and prints what was walked otherwise.
 *
 * <pre>FlowDifferences FIRST_SEED SECONDS</pre>
 */
final class FlowDifferences {

  private FlowDifferences() {}

  /** Builds the random topology of a seed and sends its flows. */
  static FlowTally of(long seed) throws IOException {
    RandomTopology random = RandomTopology.of(seed);
    DeclaredTopology declared =
        DeclaredTopology.of(random.declaration(), id -> random.rules().get(id));
    List<FlowWalk> walks = new FlowWalker(declared.topology(), Backend.LEGACY).walkAll();
    return FlowTally.of(declared, walks, new FlowComparison(false));
  }

  /** Asks until the time is up. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    long seed = Long.parseLong(arguments[0]);
    long end = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000_000L;
    int sendings = 0;
    int different = 0;
    Map<Flow.Ending, Integer> endings = new EnumMap<>(Flow.Ending.class);
    for (; System.nanoTime() < end; seed++) {
      FlowTally tally = of(seed);
      sendings += tally.sendings();
      tally.endings().forEach((ending, n) -> endings.merge(ending, n, Integer::sum));
      if (!tally.differences().isEmpty()) {
        different++;
        out.println("seed " + seed);
        tally.differences().forEach(found -> out.println("  " + found));
      }
    }
    out.println(sendings + " sendings, " + endings + "; " + different + " topologies differ");
  }
}
