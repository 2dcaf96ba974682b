package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.topology.flow.Hop.Entry;
import io.github.chainbook.topology.flow.Hop.Exit;
import io.github.chainbook.words.Saying;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way back of the packet that answers a TCP connection's first one. It finds a way of its own:
 * only where it passes a namespace that the first packet passed, what that one's rules translated
 * is undone.
 */
final class AnswerWalk {

  private final Topology topology;
  private final Stations stations;
  private final Wire wire;
  private final FirstPackets firsts;
  private final List<AnswerOutcome> outcomes = new ArrayList<>();

  /**
   * Begins.
   *
   * @param connection the hops of the first packet, from who opened the connection to the socket
   */
  AnswerWalk(Topology topology, Stations stations, Wire wire, List<Hop> connection) {
    this.topology = topology;
    this.stations = stations;
    this.wire = wire;
    this.firsts = new FirstPackets(connection);
  }

  /** What may become of it, by the rules of the namespaces that it passes. */
  List<AnswerOutcome> outcomes() {
    Hop last = firsts.last();
    Header was = last.trace().last();
    Exit.Delivered to = (Exit.Delivered) last.exit();
    pass(
        AnswerCourse.BEGIN,
        topology.namespaces().get(last.namespace()),
        new Entry.Answered(to.process(), to.socket()),
        AnswerPackets.answered(was.to(), was.from(), to.process()),
        Optional.of(last));
    return outcomes;
  }

  private void pass(
      AnswerCourse now, Namespace namespace, Entry entry, Packet came, Optional<Hop> first) {
    if (now.before() != null && now.before().number() >= Findings.MOST_HOPS) {
      Saying why = Saying.of("reason.goes-on", "n", Findings.MOST_HOPS);
      fail(now, new End(Ending.UNKNOWN, why));
      return;
    }
    Packet packet = first.map(hop -> AnswerPackets.inReplyTo(hop.packet(), came)).orElse(came);
    Tracer tracer = stations.of(namespace).tracer();
    Trace trace =
        first
            .map(hop -> tracer.answer(hop.packet(), hop.trace(), packet))
            .orElseGet(() -> tracer.trace(packet));
    if (trace.isDecided()) {
      settle(now, new Findings.Passage(namespace, entry, packet, trace), first);
      return;
    }
    boolean more = trace.branches().isEmpty() || trace.note().isPresent();
    for (Trace branch : trace.branches()) {
      if (outcomes.size() < Findings.MOST_WAYS) {
        var passage = new Findings.Passage(namespace, entry, packet, branch);
        settle(now.under(namespace, branch), passage, first);
      } else {
        more = true;
      }
    }
    if (more) {
      var passage = new Findings.Passage(namespace, entry, packet, trace);
      AnswerStep step = new AnswerStep(now.before(), passage, new Exit.Ended(), first);
      fail(now.after(step), new End(Ending.UNKNOWN, Saying.of("reason.more-ways")));
    }
  }

  private void settle(AnswerCourse now, Findings.Passage passage, Optional<Hop> first) {
    Trace trace = passage.trace();
    Namespace namespace = passage.namespace();
    var family = passage.packet().family();
    Optional<End> end =
        End.of(trace, namespace, family)
            .map(found -> first.isPresent() ? found : stray(found, namespace))
            .or(() -> End.unknown(trace, namespace, family));
    if (end.isEmpty() && trace.last().out() != null) {
      send(now, passage, first);
      return;
    }
    AnswerStep step = new AnswerStep(now.before(), passage, new Exit.Ended(), first);
    if (end.isPresent()) {
      fail(now.after(step), end.get());
    } else {
      Optional<Saying> foreign = firsts.foreign(namespace.name(), trace.last());
      if (foreign.isPresent()) {
        Saying why = firsts.avoided(foreign.get(), step);
        fail(now.after(step), new End(Ending.LOST, why));
      } else {
        outcomes.add(now.ending(Optional.empty()));
      }
    }
  }

  // Where rules ask connection tracking, this is why they do so.
  private static End stray(End found, Namespace namespace) {
    boolean byRule = found.ending() == Ending.DROPPED || found.ending() == Ending.REJECTED;
    Saying unseen =
        Saying.of("reason.unseen", "why", found.reason(), "namespace", namespace.name());
    return byRule ? new End(found.ending(), unseen) : found;
  }

  private void send(AnswerCourse now, Findings.Passage passage, Optional<Hop> first) {
    Header last = passage.trace().last();
    Link.End out = new Link.End(passage.namespace().name(), last.out());
    Wire.Arrival arrival = wire.back(out, passage.trace().nextHop(), last.to());
    AnswerStep step = new AnswerStep(now.before(), passage, new Exit.Sent(last.out()), first);
    AnswerCourse after = now.after(step);
    if (arrival.end().isEmpty()) {
      fail(
          after,
          new End(
              arrival.isKnown() ? Ending.LEAVES : Ending.UNKNOWN, arrival.lost().orElseThrow()));
      return;
    }
    Endpoint from = first.flatMap(hop -> firsts.service(hop, last)).orElse(last.from());
    Link.End at = seenBy(out, arrival.end().get(), from, last.to());
    Namespace next = topology.namespaces().get(at.namespace());
    Packet packet =
        AnswerPackets.answerArrived(
            stations.of(next).path(at.device(), Optional.of(from.address()), last.destination()),
            at.device(),
            from,
            last);
    pass(
        after,
        next,
        new Entry.Arrived(at.device(), Optional.empty()),
        packet,
        firsts.answeredBy(next.name(), from, last.to()));
  }

  // A bridge that shows its rules what it passes on translates that as if it were routed.
  private Link.End seenBy(Link.End out, Link.End at, Endpoint from, Endpoint to) {
    return wire.bridges(out, at, to.address().family()).stream()
        .filter(bridge -> firsts.answeredBy(bridge.namespace(), from, to).isPresent())
        .findFirst()
        .orElse(at);
  }

  private void fail(AnswerCourse now, End end) {
    End back = new End(end.ending(), Saying.of("reason.answer", "why", end.reason()));
    outcomes.add(now.ending(Optional.of(back)));
  }
}
