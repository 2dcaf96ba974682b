package io.github.chainbook.netfilter.outline;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.TraceStep.Change;
import io.github.chainbook.netfilter.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of a packet, in a few words.
 *
 * @param result what it was turned into, or what its sender gets to know; {@code unchanged} where
 *     nothing of the kind happened
 * @param deciding the steps that made it so: rules that translated it and the one that gave the
 *     verdict; where all that was left to a policy, the last rule that it matched and the policy
 */
public record Outcome(String result, List<TraceStep> deciding) {

  /** The outcome of a trace; an undecided one has no single outcome. */
  public static Outcome of(Trace trace) {
    List<TraceStep> acted = trace.steps().stream().filter(s -> translation(s).isPresent()).toList();
    String translated =
        String.join(", then ", acted.stream().map(s -> translation(s).orElseThrow()).toList());
    return new Outcome(result(trace, translated), deciding(trace, acted));
  }

  /** The verdict as it is written: {@code NOT-SENT}. */
  public static String word(Verdict verdict) {
    return verdict.name().replace('_', '-');
  }

  /** {@code REDIRECT 127.0.0.1:15001}, where this step translated the packet. */
  public static Optional<String> translation(TraceStep step) {
    return step.changes().stream()
        .filter(Outcome::isTranslation)
        .findFirst()
        .map(change -> step.target().orElse("") + " " + change.to());
  }

  /** Whether an address or a port changed. */
  public static boolean isTranslation(Change change) {
    return change.to() instanceof Endpoint;
  }

  private static String result(Trace trace, String translated) {
    return switch (trace.verdict()) {
      case UNDECIDED -> trace.branches().size() + " outcomes are possible";
      case REJECT -> trace.response().map(r -> "answered with " + r).orElse("refused");
      case DROP -> translated.isEmpty() ? "dropped" : "dropped after " + translated;
      case UNROUTED, NOT_SENT -> trace.note().orElse("lost");
      default -> translated.isEmpty() ? "unchanged" : translated;
    };
  }

  private static List<TraceStep> deciding(Trace trace, List<TraceStep> acted) {
    if (trace.by().isEmpty()) {
      return acted;
    }
    TraceStep by = trace.by().get();
    boolean refused = trace.verdict() != Verdict.ACCEPT;
    if (!acted.isEmpty() && !refused) {
      boolean rule = by.rule().isPresent() && !acted.contains(by);
      return rule ? plus(acted, by) : acted;
    }
    if (refused || by.rule().isPresent()) {
      return List.of(by);
    }
    // A policy says little: the last rule that matched says why nothing else did.
    List<TraceStep> rules = trace.steps().stream().filter(s -> s.rule().isPresent()).toList();
    return rules.isEmpty() ? List.of(by) : List.of(rules.get(rules.size() - 1), by);
  }

  private static List<TraceStep> plus(List<TraceStep> steps, TraceStep last) {
    List<TraceStep> all = new java.util.ArrayList<>(steps);
    all.add(last);
    return all;
  }
}
