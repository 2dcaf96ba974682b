package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.outline.Traces;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Link;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.words.Saying;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** Takes packets from namespace to namespace. */
final class Walking {

  private final Topology topology;
  private final Stations stations;
  private final Wire wire;
  private final int protocol;
  private final Findings findings;
  private final Deliveries deliveries;

  /**
   * Begins.
   *
   * @param protocol of all connections
   * @param findings gets the hops and ways
   * @param deliveries goes on with what a socket may get
   */
  Walking(
      Topology topology,
      Stations stations,
      int protocol,
      Findings findings,
      Deliveries deliveries) {
    this.topology = topology;
    this.stations = stations;
    this.wire = new Wire(topology);
    this.protocol = protocol;
    this.findings = findings;
    this.deliveries = deliveries;
  }

  /** What goes on where a packet comes to the sockets of a namespace. */
  interface Deliveries {
    void deliver(Course course, Findings.Passage passage);
  }

  /** Goes on with each of several choices; there is at least one. */
  void fork(Course course, List<Choice> choices, BiConsumer<Course, Choice> next) {
    for (Choice choice : choices) {
      Course own =
          choice
              .condition()
              .map(what -> course.under(List.of(what), OptionalDouble.of(choice.share())))
              .orElse(course);
      if (!findings.isFull()) {
        next.accept(own, choice);
      }
    }
  }

  /** A process opens a connection. */
  void open(Course course, Namespace namespace, Opening opening) {
    if (isTooLong(course)) {
      return;
    }
    Opening.Start start = opening.on(stations.of(namespace).machine());
    Hop.Entry entry = new Hop.Entry.Opened(opening.process(), opening.accepted(), opening.to());
    Packet packet = Packets.opened(protocol, start.source(), opening.to(), opening.process());
    if (start.failure().isEmpty()) {
      pass(course, namespace, entry, packet);
    } else {
      Trace trace = Trace.notSent(start.failure().get());
      settle(course, new Findings.Passage(namespace, entry, packet, trace));
    }
  }

  private void pass(Course course, Namespace namespace, Hop.Entry entry, Packet packet) {
    if (isTooLong(course)) {
      return;
    }
    Trace trace = stations.of(namespace).tracer().trace(packet);
    if (trace.isDecided()) {
      settle(course, new Findings.Passage(namespace, entry, packet, trace));
      return;
    }
    for (Trace branch : trace.branches()) {
      if (!findings.isFull()) {
        List<Saying> conditions =
            branch.conditions().stream()
                .map(what -> Course.condition(what, namespace.name()))
                .toList();
        settle(
            course.under(conditions, branch.share()),
            new Findings.Passage(namespace, entry, packet, branch));
      }
    }
    trace
        .note()
        .map(Traces::noted)
        .ifPresent(note -> findings.end(course, namespace.name(), Ending.UNKNOWN, note));
  }

  // Ends a way that has as many hops as are followed.
  private boolean isTooLong(Course course) {
    boolean tooLong = course.hops().size() >= Findings.MOST_HOPS;
    if (tooLong) {
      Saying reason = Saying.of("reason.goes-on", "n", Findings.MOST_HOPS);
      findings.end(course, findings.lastOf(course).namespace(), Ending.UNKNOWN, reason);
    }
    return tooLong;
  }

  private void settle(Course course, Findings.Passage passage) {
    Trace trace = passage.trace();
    Family family = passage.packet().family();
    Optional<End> end =
        End.of(trace, passage.namespace(), family)
            .or(() -> End.unknownPlace(trace))
            .or(() -> End.unknown(trace, passage.namespace(), family));
    if (end.isPresent()) {
      end(course, passage, end.get());
    } else if (trace.last().out() == null) {
      deliveries.deliver(course, passage);
    } else {
      send(course, passage);
    }
  }

  /** A way ends in a namespace. */
  void end(Course course, Findings.Passage passage, End end) {
    Course after = findings.hop(course, passage, new Hop.Exit.Ended());
    findings.end(after, passage.namespace().name(), end.ending(), end.reason());
  }

  private void send(Course course, Findings.Passage passage) {
    String device = passage.trace().last().out();
    Namespace from = passage.namespace();
    List<Wire.Arrival> arrivals =
        wire.cross(
            new Link.End(from.name(), device),
            passage.trace().nextHop(),
            passage.trace().last().to());
    Course after = findings.hop(course, passage, new Hop.Exit.Sent(device));
    for (Wire.Arrival arrival : arrivals) {
      fork(
          after,
          List.of(arrival.choice()),
          (own, choice) -> {
            if (arrival.end().isPresent()) {
              arrive(own, passage, arrival.end().get(), choice);
            } else {
              Ending ending = arrival.isKnown() ? Ending.LEAVES : Ending.UNKNOWN;
              findings.end(own, from.name(), ending, arrival.lost().orElseThrow());
            }
          });
    }
  }

  private void arrive(Course course, Findings.Passage left, Link.End at, Choice choice) {
    Namespace namespace = topology.namespaces().get(at.namespace());
    // Who sends a namespace's own packet back to it gives it an address of its own; which is not
    // known.
    boolean returns =
        choice.service().isPresent() && namespace.name().equals(left.namespace().name());
    Optional<Address> source =
        returns ? Optional.empty() : Optional.ofNullable(left.trace().last().source());
    Packet.Path path = stations.of(namespace).path(at.device(), source, choice.to().address());
    Packet packet =
        Packets.arrived(path, protocol, at.device(), source, left.trace().last(), choice.to());
    pass(course, namespace, new Hop.Entry.Arrived(at.device(), choice.service()), packet);
  }
}
