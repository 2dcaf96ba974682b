package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Namespace;
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
record End(Ending ending, String reason) {

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
        ? Optional.of(new End(Ending.UNKNOWN, "it is not known where a rule sends it: " + to))
        : Optional.empty();
  }

  /** That it is not known whether a namespace sends on what passes it. */
  static Optional<End> unknown(Trace trace, Namespace namespace, Family family) {
    return trace.hooks().stream()
        .filter(hook -> hook.hook() == Hook.FORWARD)
        .filter(hook -> Machines.forwards(namespace, family, hook.in()).isEmpty())
        .map(hook -> "nothing is said of whether the namespace forwards (sysctl)")
        .map(why -> new End(Ending.UNKNOWN, why))
        .findFirst();
  }

  private static String dropped(Trace trace) {
    boolean taken = trace.by().flatMap(TraceStep::target).equals(Optional.of("TPROXY"));
    return trace.by().map(step -> by(step) + " drops it").orElse("it is dropped")
        + (taken ? ", as no socket listens for it" : "")
        + trace.note().map(note -> ": " + note).orElse("");
  }

  private static String rejected(Trace trace) {
    return trace.by().map(End::by).orElse("a rule")
        + " rejects it"
        + trace.response().map(response -> " with " + response).orElse("");
  }

  private static String handed(Trace trace) {
    return trace.by().map(End::by).orElse("a rule")
        + " leaves it to "
        + (trace.verdict() == Verdict.SYNPROXY ? "SYNPROXY" : "a program of a queue")
        + ", of which nothing is known";
  }

  private static String lost(Trace trace, Namespace namespace, Family family) {
    int last = trace.hooks().size() - 1;
    boolean routed =
        trace.verdict() == Verdict.UNROUTED && trace.hooks().get(last).hook() == Hook.PREROUTING;
    if (!routed) {
      return trace.note().orElse("it is lost");
    }
    String why = family == Family.IPV4 ? martian(trace.last(), namespace) : "";
    boolean stays =
        Machines.forwards(namespace, family, trace.hooks().get(last).in())
            .equals(Optional.of(false));
    return trace.note().orElse("it is lost")
        + (why.isEmpty() && stays ? "; the namespace does not forward" : why);
  }

  private static String martian(Header header, Namespace namespace) {
    boolean own =
        namespace.interfaces().values().stream()
            .flatMap(List::stream)
            .anyMatch(address -> address.address().equals(header.source()));
    if (own) {
      return "; its source is an address of the namespace itself";
    }
    boolean loopback =
        SpecialAddresses.isLoopback(header.destination())
            || header.source() != null && SpecialAddresses.isLoopback(header.source());
    return loopback ? "; addresses of 127/8 do not come from outside without route_localnet" : "";
  }

  /** {@code rule 1 of DOCKER in table nat}. */
  static String by(TraceStep step) {
    return step.rule()
        .map(rule -> "rule " + rule.number() + " of " + step.chain() + " in table " + step.table())
        .orElseGet(() -> "the policy of " + step.chain() + " in table " + step.table());
  }
}
