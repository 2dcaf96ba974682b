package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.ruleset.Target;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a packet's way ends, as its trace says it. */
final class Endings {

  private Endings() {}

  /** What becomes of a packet that does not go on behind this step. */
  static Verdict verdict(TraceStep last) {
    Target target = last.rule().isEmpty() ? null : last.rule().get().target().orElse(null);
    if (target == null) {
      return Verdict.DROP;
    }
    return switch (target.name()) {
      case "REJECT" -> Verdict.REJECT;
      case "NFQUEUE" -> Verdict.NFQUEUE;
      case "QUEUE" -> Verdict.QUEUE;
      case "SYNPROXY" -> Verdict.SYNPROXY;
      default -> Verdict.DROP;
    };
  }

  /**
   * The trace of a packet.
   *
   * @param skb the packet as it is at the end
   * @param end its header as it is shown; null if it never came to a hook
   * @param note what is out of the ordinary; null for nothing
   */
  static Trace trace(
      Skb skb,
      Verdict verdict,
      Optional<TraceStep> by,
      List<TraceStep> steps,
      List<HookPassage> hooks,
      Header end,
      String note) {
    return new Trace(
        verdict,
        by,
        Collections.unmodifiableList(steps),
        Collections.unmodifiableList(hooks),
        end,
        change(skb, end, true),
        change(skb, end, false),
        Optional.ofNullable(verdict == Verdict.REJECT ? skb.response : null),
        Optional.ofNullable(note),
        left(skb, verdict),
        Optional.ofNullable(skb.taker),
        List.of(),
        List.of(),
        OptionalDouble.empty());
  }

  private static Optional<Address> left(Skb skb, Verdict verdict) {
    boolean left = verdict == Verdict.ACCEPT && !skb.out.isEmpty() && skb.route != null;
    return left ? skb.route.gateway() : Optional.empty();
  }

  // An end of the packet, if it is not as it was sent.
  private static Optional<Endpoint> change(Skb skb, Header end, boolean from) {
    if (end == null) {
      return Optional.empty();
    }
    Address was = from ? skb.sentFrom : skb.packet.destination();
    Address is = from ? end.source() : end.destination();
    int port = from ? end.sourcePort() : end.destinationPort();
    int sent = skb.fields.sentPort(from ? Field.SOURCE_PORT : Field.DESTINATION_PORT);
    boolean same = port == sent && (was == is || was != null && was.equals(is));
    return same ? Optional.empty() : Optional.of(new Endpoint(is, port));
  }
}
