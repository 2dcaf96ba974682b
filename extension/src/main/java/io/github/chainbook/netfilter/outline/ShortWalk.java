package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A packet's way in one line, for messages. */
public final class ShortWalk {

  private static final int MOST_STEPS = 30;

  private ShortWalk() {}

  /** {@code OUTPUT: nat OUTPUT 1, ISTIO_OUTPUT 9; POSTROUTING: nat policy ACCEPT}. */
  public static String of(Trace trace) {
    if (trace.steps().isEmpty()) {
      return trace.note().orElse("no rule of any table was asked");
    }
    StringBuilder text = new StringBuilder();
    TraceStep last = null;
    int number = 0;
    for (TraceStep step : telling(trace)) {
      if (number++ == MOST_STEPS) {
        return text + ", and " + (telling(trace).size() - MOST_STEPS) + " steps more";
      }
      boolean sameHook = last != null && last.hook() == step.hook();
      boolean sameTable = sameHook && last.table().equals(step.table());
      text.append(last == null ? "" : sameHook ? ", " : "; ");
      text.append(sameHook ? "" : step.hook() + ": ").append(sameTable ? "" : step.table() + " ");
      text.append(step(step));
      last = step;
    }
    return text.toString();
  }

  // That a table without a rule for it lets a packet pass is not worth a word.
  private static List<TraceStep> telling(Trace trace) {
    return trace.steps().stream()
        .filter(step -> !"ACCEPT".equals(step.policy()) || trace.by().equals(Optional.of(step)))
        .toList();
  }

  private static String step(TraceStep step) {
    return switch (step.type()) {
      case POLICY -> "policy " + step.policy();
      case RETURN -> "end of " + step.chain();
      case RULE -> {
        List<String> changes = new ArrayList<>();
        step.changes().forEach(c -> changes.add(c.what() + " " + c.from() + " to " + c.to()));
        yield step.chain()
            + " "
            + step.rule().orElseThrow().number()
            + (changes.isEmpty() ? "" : " (" + String.join(", ", changes) + ")");
      }
    };
  }
}
