package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.value.Address;
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
 * @param nextHop where it left by a route with a gateway: that
 * @param taker the address and port of the socket that TPROXY gave it to; the socket may listen at
 *     all addresses
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
    Optional<Address> nextHop,
    Optional<Endpoint> taker,
    List<Trace> branches,
    List<String> conditions,
    OptionalDouble share) {

  /** A packet that never comes to a hook. */
  public static Trace notSent(String why) {
    return new Trace(
        Verdict.NOT_SENT,
        Optional.empty(),
        List.of(),
        List.of(),
        null,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(why),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        OptionalDouble.empty());
  }

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
        && response.equals(other.response)
        && nextHop.equals(other.nextHop)
        && taker.equals(other.taker);
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
        nextHop,
        taker,
        branches,
        what,
        newShare);
  }
}
