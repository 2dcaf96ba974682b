package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.TraceStep;
import io.github.chainbook.netfilter.outline.Outcome;
import io.github.chainbook.words.Saying;
import java.util.List;
import java.util.Optional;

/**
 * What the namespaces know of a connection whose first packet passed them, when its answer comes.
 *
 * @param hops the hops of the first packet, from who opened the connection to the socket
 */
record FirstPackets(List<Hop> hops) {

  /** Whether all addresses are known that an answer needs. */
  boolean areKnown() {
    return hops.stream().allMatch(hop -> hop.packet().source().isPresent())
        && last().trace().last().source() != null;
  }

  /** The hop where a socket got it. */
  Hop last() {
    return hops.get(hops.size() - 1);
  }

  private Hop.Entry.Opened opened() {
    return (Hop.Entry.Opened) hops.get(0).entry();
  }

  /**
   * The hop in a namespace whose connection an answer belongs to: by the ends that the first packet
   * had in the end. Where it passed twice with the same ends, the later.
   */
  Optional<Hop> answeredBy(String namespace, Endpoint from, Endpoint to) {
    return hops.stream()
        .filter(hop -> hop.namespace().equals(namespace))
        .filter(hop -> same(hop.trace().last().to(), from) && same(hop.trace().last().from(), to))
        .reduce((one, later) -> later);
  }

  /**
   * The end that stands for the sender of an answer behind the namespace of a hop: the address of
   * the service that was replaced before it.
   *
   * @param left the header with which the answer left the namespace
   */
  Optional<Endpoint> service(Hop hop, Header left) {
    boolean replaced =
        hop.entry() instanceof Hop.Entry.Arrived arrived
            && arrived.service().isPresent()
            && arrived.device().equals(left.out())
            && same(left.from(), Packets.destination(hop.packet()))
            && hop.packet().source().filter(left.destination()::equals).isPresent();
    return replaced
        ? Optional.of(hops.get(hops.indexOf(hop) - 1).trace().last().to())
        : Optional.empty();
  }

  /** Why nobody waits for an answer in the namespace that gets it; empty where somebody does. */
  Optional<Saying> foreign(String namespace, Header answer) {
    Hop first = hops.get(0);
    Endpoint own = new Endpoint(first.packet().source().orElseThrow(), answer.destinationPort());
    if (!namespace.equals(first.namespace()) || !answer.to().equals(own)) {
      return Optional.of(Saying.of("reason.not-opened", "to", answer.to(), "namespace", namespace));
    }
    return answer.from().equals(opened().to())
        ? Optional.empty()
        : Optional.of(Saying.of("reason.other-end", "from", answer.from(), "to", opened().to()));
  }

  /**
   * Why an answer is foreign, with the namespace that translated the first packet and that the
   * answer did not pass, if there is one.
   *
   * @param why why it is foreign
   * @param step the end of the answer's way
   */
  Saying avoided(Saying why, AnswerStep step) {
    return hops.stream()
        .filter(hop -> !step.hasUndone(hop))
        .flatMap(
            hop ->
                hop.trace().steps().stream()
                    .filter(FirstPackets::translates)
                    .map(by -> avoided(why, hop, by)))
        .findFirst()
        .orElse(why);
  }

  private static boolean translates(TraceStep step) {
    return step.changes().stream().anyMatch(Outcome::isTranslation);
  }

  private static Saying avoided(Saying why, Hop hop, TraceStep by) {
    return Saying.of(
        "reason.avoided",
        "why",
        why,
        "namespace",
        hop.namespace(),
        "by",
        End.by(by),
        "step",
        hop.number());
  }

  // A port that is not known is the same as itself; one that a rule has chosen, none of them.
  private static boolean same(Endpoint one, Endpoint other) {
    boolean ports = one.port() < 0 || other.port() < 0 || one.port() == other.port();
    return ports && one.address() != null && one.address().equals(other.address());
  }
}
