package io.github.chainbook.figure.flow;

import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.xtables.packet.Hook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules of a namespace did to a packet. */
public final class Effect {

  private Effect() {}

  /**
   * The steps of a trace that changed the packet, chose its socket or ended its way, by the hook
   * where they did, in order.
   */
  public static Map<Hook, List<TraceStep>> of(Trace trace) {
    Map<Hook, List<TraceStep>> effects = new LinkedHashMap<>();
    trace.steps().stream()
        .filter(step -> acts(trace, step))
        .forEach(step -> effects.computeIfAbsent(step.hook(), h -> new ArrayList<>()).add(step));
    return effects;
  }

  /**
   * The rules that let a packet pass as it was: of each hook and table the last that matched and
   * leads to no other chain.
   */
  public static List<TraceStep> passing(Trace trace) {
    Map<List<Object>, TraceStep> last = new LinkedHashMap<>();
    for (TraceStep step : trace.steps()) {
      boolean decides =
          step.rule().flatMap(rule -> rule.target()).filter(t -> !t.leadsToChain()).isPresent();
      if (decides && !acts(trace, step)) {
        last.put(List.of(step.hook(), step.table()), step);
      }
    }
    return List.copyOf(last.values());
  }

  private static boolean acts(Trace trace, TraceStep step) {
    return ends(trace, step) || !step.changes().isEmpty() || isTproxy(step);
  }

  /** Whether the packet's way ended with this step. */
  static boolean ends(Trace trace, TraceStep step) {
    return trace.verdict() != Verdict.ACCEPT && trace.by().filter(step::equals).isPresent();
  }

  /** Whether the step decided which socket gets the packet. */
  static boolean chooses(TraceStep step) {
    return isTproxy(step)
        || step.changes().stream().anyMatch(change -> change.what().equals("destination"));
  }

  static boolean isTproxy(TraceStep step) {
    return step.target().filter("TPROXY"::equals).isPresent();
  }
}
