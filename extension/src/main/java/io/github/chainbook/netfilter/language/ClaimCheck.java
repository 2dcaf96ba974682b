package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.netfilter.outline.Shares;
import io.github.chainbook.netfilter.outline.ShortWalk;
import io.github.chainbook.words.Messages;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares what is claimed of packets with their traces. */
public final class ClaimCheck {

  private static final int MOST_BRANCHES = 8;

  private ClaimCheck() {}

  /**
   * A claim that a trace does not bear out.
   *
   * @param claimed the claim
   * @param found what was found instead, with the walk
   */
  public record Failure(Claimed claimed, String found) {}

  /** The claims that do not hold. */
  public static List<Failure> failures(List<Claimed> claims, Trace trace) {
    boolean ownVerdict = claims.stream().anyMatch(c -> c.claim() instanceof Claim.OfVerdict);
    List<Failure> failures = new ArrayList<>();
    for (Claimed claimed : claims) {
      failure(claimed.claim(), trace, ownVerdict)
          .ifPresent(found -> failures.add(new Failure(claimed, found)));
    }
    return failures;
  }

  private static Optional<String> failure(Claim claim, Trace trace, boolean ownVerdict) {
    boolean ofAll =
        trace.isDecided() || claim instanceof Claim.OfVerdict v && v.verdict() == Verdict.UNDECIDED;
    if (ofAll) {
      return found(claim, trace, ownVerdict).map(found -> found + ": " + ShortWalk.of(trace));
    }
    List<String> others = new ArrayList<>();
    for (Trace branch : trace.branches()) {
      found(claim, branch, ownVerdict)
          .ifPresent(
              found -> others.add(conditions(branch) + ", " + found + ": " + ShortWalk.of(branch)));
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    int more = others.size() - MOST_BRANCHES;
    String listed = String.join(" | ", others.subList(0, Math.min(MOST_BRANCHES, others.size())));
    return Optional.of(
        "it depends: " + listed + (more > 0 ? " | and " + more + " branches more" : ""));
  }

  private static String conditions(Trace branch) {
    String conditions =
        branch.conditions().isEmpty() ? "else" : "if " + String.join(" and ", branch.conditions());
    return branch.share().isPresent()
        ? conditions + " (" + Shares.words(branch.share().getAsDouble(), Messages.english()) + ")"
        : conditions;
  }

  // What was found in place of the claim; nothing where it holds.
  private static Optional<String> found(Claim claim, Trace trace, boolean ownVerdict) {
    if (claim instanceof Claim.OfVerdict verdict) {
      return differs(trace.verdict() == verdict.verdict(), () -> summary(trace));
    }
    if (claim instanceof Claim.Translated translated) {
      boolean passed = ownVerdict || trace.verdict() == Verdict.ACCEPT;
      return differs(passed && isTranslated(translated, trace), () -> summary(trace));
    }
    if (claim instanceof Claim.Marked marked) {
      return mark(marked.mark(), trace.last());
    }
    if (claim instanceof Claim.Leaves leaves) {
      String out = out(trace);
      return differs(
          leaves.device().equals(out), out == null ? "it does not leave" : "it leaves by " + out);
    }
    if (claim instanceof Claim.By by) {
      return differs(isBy(by.step(), trace), deciding(trace));
    }
    if (claim instanceof Claim.Through through) {
      boolean came = trace.steps().stream().anyMatch(through.step()::names);
      return differs(came, "another way");
    }
    boolean same = trace.sourceChange().isEmpty() && trace.destinationChange().isEmpty();
    return differs(same, () -> summary(trace));
  }

  private static Optional<String> differs(boolean holds, String found) {
    return differs(holds, () -> found);
  }

  // Most claims hold, and then nothing has to be said.
  private static Optional<String> differs(boolean holds, Supplier<String> found) {
    return holds ? Optional.empty() : Optional.of("found " + found.get());
  }

  private static String summary(Trace trace) {
    return Outcome.word(trace.verdict())
        + " ("
        + Outcome.of(trace).result(Messages.english())
        + ")";
  }

  private static boolean isTranslated(Claim.Translated claim, Trace trace) {
    for (TraceStep step : trace.steps()) {
      if (step.target().filter(claim.target()::equals).isEmpty() || trace.last() == null) {
        continue;
      }
      // A target that had nothing to change acted all the same.
      Endpoint now = claim.ofDestination() ? trace.last().to() : trace.last().from();
      Endpoint end =
          step.changes().stream()
              .filter(Outcome::isTranslation)
              .map(change -> (Endpoint) change.to())
              .findFirst()
              .orElse(now);
      if (claim.isBorneOutBy(end)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> mark(Mark claimed, Header last) {
    Truth holds = last == null ? Truth.UNKNOWN : last.markBits().has(claimed);
    return holds == Truth.UNKNOWN
        ? Optional.of("found a mark that is not known")
        : differs(holds == Truth.YES, "mark " + last.markBits());
  }

  // What loops over lo comes in again, so the hook that it left by says it.
  private static String out(Trace trace) {
    return trace.hooks().stream()
        .filter(hook -> hook.hook() == io.github.chainbook.xtables.packet.Hook.POSTROUTING)
        .map(hook -> hook.out())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static boolean isBy(StepName step, Trace trace) {
    return trace.by().filter(step::names).isPresent()
        || Outcome.of(trace).deciding().stream().anyMatch(step::names);
  }

  private static String deciding(Trace trace) {
    List<String> names =
        Outcome.of(trace).deciding().stream()
            .map(
                step ->
                    step.table()
                        + "/"
                        + step.chain()
                        + " "
                        + step.rule().map(rule -> String.valueOf(rule.number())).orElse("policy"))
            .toList();
    return names.isEmpty() ? "nothing that decided" : String.join(", ", names);
  }
}
