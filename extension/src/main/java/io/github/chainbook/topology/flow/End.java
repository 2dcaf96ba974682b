package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.words.Saying;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Hook;
import java.util.List;
import java.util.Optional;

/**
 * How a way ends in the rules of a namespace.
 *
 * @param ending in which way
 * @param reason why
 */
record End(Ending ending, Saying reason) {

  /** How it ends; empty where it does not: the packet is delivered, or leaves. */
  static Optional<End> of(Trace trace, Namespace namespace, Family family) {
    return switch (trace.verdict()) {
      case ACCEPT -> Optional.empty();
      case DROP -> Optional.of(new End(Ending.DROPPED, dropped(trace)));
      case REJECT -> Optional.of(new End(Ending.REJECTED, rejected(trace)));
      case UNROUTED, NOT_SENT -> Optional.of(new End(Ending.LOST, lost(trace, namespace, family)));
      default -> Optional.of(new End(Ending.UNKNOWN, handed(trace)));
    };
  }

  /** That it is not known where rules send what they let pass. */
  static Optional<End> unknownPlace(Trace trace) {
    Endpoint to = trace.last().to();
    return to.address() == null || to.port() < 0
        ? Optional.of(new End(Ending.UNKNOWN, Saying.of("reason.unknown-place", "to", to)))
        : Optional.empty();
  }

  /** That it is not known whether a namespace sends on what passes it. */
  static Optional<End> unknown(Trace trace, Namespace namespace, Family family) {
    return trace.hooks().stream()
        .filter(hook -> hook.hook() == Hook.FORWARD)
        .filter(hook -> Machines.forwards(namespace, family, hook.in()).isEmpty())
        .map(hook -> Saying.of("reason.unknown-forwarding"))
        .map(why -> new End(Ending.UNKNOWN, why))
        .findFirst();
  }

  private static Saying dropped(Trace trace) {
    boolean taken = trace.by().flatMap(TraceStep::target).equals(Optional.of("TPROXY"));
    Saying dropped = Saying.of("reason.dropped");
    if (trace.by().isPresent()) {
      dropped = dropped.with("by", by(trace.by().get()));
    }
    if (taken) {
      dropped = dropped.with("taken", "given");
    }
    Saying said = dropped;
    return trace.note().map(note -> said.with("note", Traces.noted(note))).orElse(said);
  }

  private static Saying rejected(Trace trace) {
    Saying rejected = Saying.of("reason.rejected", "by", byOrSome(trace));
    return trace.response().map(with -> rejected.with("response", with)).orElse(rejected);
  }

  private static Saying handed(Trace trace) {
    boolean synproxy = trace.verdict() == Verdict.SYNPROXY;
    return Saying.of(synproxy ? "reason.synproxy" : "reason.queue", "by", byOrSome(trace));
  }

  private static Saying lost(Trace trace, Namespace namespace, Family family) {
    Saying lost = trace.note().map(Traces::noted).orElse(Saying.of("reason.lost"));
    int last = trace.hooks().size() - 1;
    boolean routed =
        trace.verdict() == Verdict.UNROUTED && trace.hooks().get(last).hook() == Hook.PREROUTING;
    if (!routed) {
      return lost;
    }
    Optional<String> why =
        family == Family.IPV4 ? martian(trace.last(), namespace) : Optional.empty();
    boolean stays =
        Machines.forwards(namespace, family, trace.hooks().get(last).in())
            .equals(Optional.of(false));
    return why.or(() -> stays ? Optional.of("reason.does-not-forward") : Optional.empty())
        .map(key -> Saying.of(key, "why", lost))
        .orElse(lost);
  }

  private static Optional<String> martian(Header header, Namespace namespace) {
    boolean own =
        namespace.interfaces().values().stream()
            .flatMap(List::stream)
            .anyMatch(address -> address.address().equals(header.source()));
    if (own) {
      return Optional.of("reason.own-source");
    }
    boolean loopback =
        SpecialAddresses.isLoopback(header.destination())
            || header.source() != null && SpecialAddresses.isLoopback(header.source());
    return loopback ? Optional.of("reason.loopback") : Optional.empty();
  }

  private static Saying byOrSome(Trace trace) {
    return trace.by().map(End::by).orElse(Saying.of("reason.some-rule"));
  }

  /** {@code rule 1 of DOCKER in table nat}. */
  static Saying by(TraceStep step) {
    return step.rule()
        .map(rule -> Saying.of("reason.rule", "rule", rule.number()))
        .orElse(Saying.of("reason.policy"))
        .with("chain", step.chain())
        .with("table", step.table());
  }
}
