package io.github.chainbook.netfilter;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of a packet, and on which way. The lists are those that were given; nobody changes
 * them afterwards.
 *
 * @param verdict what became of it; UNDECIDED where the branches differ
 * @param by the step that decided
 * @param steps the rules that matched, the ends of chains and the policies, in order; of an
 *     undecided packet those that all branches share
 * @param hooks the hooks that it passed, in order
 * @param last its header where its way ended; null if it never came to a hook
 * @param sourceChange where it comes from now, if that changed
 * @param destinationChange where it goes to now, if that changed
 * @param response what the kernel answers its sender
 * @param note what is out of the ordinary
 * @param branches what may become of an undecided packet
 * @param conditions of a branch: what must be so for it
 * @param share of a branch: its share from 0 to 1, where only chance decides
 */
public record Trace(
    Verdict verdict,
    Optional<TraceStep> by,
    List<TraceStep> steps,
    List<HookPassage> hooks,
    Header last,
    Optional<Endpoint> sourceChange,
    Optional<Endpoint> destinationChange,
    Optional<String> response,
    Optional<String> note,
    List<Trace> branches,
    List<String> conditions,
    OptionalDouble share) {

  /** Whether only one thing can become of it. */
  public boolean isDecided() {
    return verdict != Verdict.UNDECIDED;
  }

  /** Whether the other ended in the same way, on the same way. */
  public boolean sameAs(Trace other) {
    return verdict == other.verdict
        && by.equals(other.by)
        && steps.equals(other.steps)
        && java.util.Objects.equals(last, other.last)
        && sourceChange.equals(other.sourceChange)
        && destinationChange.equals(other.destinationChange)
        && response.equals(other.response);
  }

  /** The same as a branch under these conditions. */
  public Trace under(List<String> what, OptionalDouble newShare) {
    return new Trace(
        verdict,
        by,
        steps,
        hooks,
        last,
        sourceChange,
        destinationChange,
        response,
        note,
        branches,
        what,
        newShare);
  }
}
