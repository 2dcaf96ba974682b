package io.github.chainbook.topology.kernel;

import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.flow.FlowWalk;
import io.github.chainbook.topology.flow.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds what the kernel did to a flow against the ways that were walked.
 *
 * @param tellsRefusals whether who opens a connection has to get to know that it is refused: of
 *     what says so a walk says nothing, and rules may drop it
 */
record FlowComparison(boolean tellsRefusals) {

  /**
   * What differs; none where the kernel took one of the ways. Otherwise the differences to the way
   * that it came nearest to.
   */
  List<String> differences(FlowWalk walk, RealFlow real) {
    List<String> nearest = List.of("there is no way");
    for (int i = 0; i < walk.ways().size(); i++) {
      List<String> found = differences(walk, walk.ways().get(i), real);
      if (found.isEmpty()) {
        return found;
      }
      if (i == 0 || found.size() < nearest.size()) {
        nearest = found;
      }
    }
    return nearest;
  }

  private List<String> differences(FlowWalk walk, Way way, RealFlow real) {
    Happening kernel = real.happening();
    Happening ours = new WalkedFlow(walk, way, tellsRefusals).happening();
    boolean round = way.ending() == Flow.Ending.LOOPS;
    List<String> found = new ArrayList<>();
    if (kernel.ok() != ours.ok()) {
      found.add("the flow: the kernel " + word(kernel.ok()) + ", ours " + word(ours.ok()));
    }
    if (real.goesRound() != round) {
      found.add("the kernel " + (round ? "does not go round" : "goes round"));
    }
    lines(found, "connection", kernel.connections(), ours.connections(), round);
    Set<String> names = new TreeSet<>(kernel.passages().keySet());
    names.addAll(ours.passages().keySet());
    for (String name : names) {
      lines(
          found,
          name + ", passage",
          kernel.passages().getOrDefault(name, List.of()),
          ours.passages().getOrDefault(name, List.of()),
          round);
      counts(
          found,
          name,
          kernel.counts().getOrDefault(name, Map.of()),
          ours.counts().getOrDefault(name, Map.of()),
          round ? Integer.MAX_VALUE : answers(way, name));
    }
    return found;
  }

  private static String word(boolean ok) {
    return ok ? "lets it arrive" : "does not let it arrive";
  }

  private static void lines(
      List<String> found, String what, List<String> kernel, List<String> ours, boolean beginning) {
    int all = beginning ? ours.size() : Math.max(kernel.size(), ours.size());
    for (int i = 0; i < all; i++) {
      String theirs = i < kernel.size() ? kernel.get(i) : "nothing";
      String own = i < ours.size() ? ours.get(i) : "nothing";
      if (!Happening.agree(theirs, own)) {
        found.add("%s %d%n    kernel: %s%n    ours:   %s".formatted(what, i + 1, theirs, own));
      }
    }
  }

  // The reset with which a rule refuses a first packet is the first one in its direction.
  private static int answers(Way way, String namespace) {
    return way.ending() == Flow.Ending.REJECTED && way.namespace().equals(namespace) ? 1 : 0;
  }

  /**
   * First packets are counted in nat alone; other tables count what follows them, too.
   *
   * @param more how many packets nat may count beside those of the flow
   */
  private static void counts(
      List<String> found,
      String name,
      Map<String, Integer> kernel,
      Map<String, Integer> ours,
      int more) {
    Set<String> keys = new TreeSet<>(kernel.keySet());
    keys.addAll(ours.keySet());
    for (String key : keys) {
      int theirs = kernel.getOrDefault(key, 0);
      int own = ours.getOrDefault(key, 0);
      boolean tooMany = key.startsWith("nat ", 2) && theirs - own > more;
      if (theirs < own || tooMany) {
        found.add(name + ": the kernel counted " + theirs + " for " + key + ", ours " + own);
      }
    }
  }
}
