package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Place;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy;
import io.github.chainbook.topology.Proxy.Onward;
import io.github.chainbook.topology.Proxy.Source;
import io.github.chainbook.topology.Service;
import io.github.chainbook.topology.Topology;
import io.github.chainbook.words.Saying;
import io.github.chainbook.xtables.value.Address;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One walk of a flow: what processes do with the connections that they get. */
final class FlowRun {

  private final Topology topology;
  private final Flow flow;
  private final List<Place> places;
  private final Places addresses;
  private final Neighbours neighbours;
  private final Findings findings = new Findings();
  private final Walking walking;
  private final Connecting connecting;
  private final Answers answers;

  FlowRun(Topology topology, Stations stations, Flow flow) {
    this.topology = topology;
    this.flow = flow;
    this.places =
        flow.parts().stream()
            .filter(Flow.Part.To.class::isInstance)
            .map(part -> ((Flow.Part.To) part).place())
            .toList();
    this.addresses = new Places(topology);
    this.neighbours = new Neighbours(topology);
    this.walking = new Walking(topology, stations, flow.protocol(), findings, this::deliver);
    this.connecting = new Connecting(stations, addresses, findings, walking);
    this.answers = new Answers(topology, stations, findings);
  }

  Findings run() {
    Namespace first = topology.namespaces().get(flow.namespace());
    if (first == null || places.isEmpty()) {
      Saying why = Saying.of(first == null ? "reason.no-namespace" : "reason.nowhere");
      findings.end(Course.BEGIN, flow.namespace(), Ending.UNKNOWN, why);
      return findings;
    }
    Optional<Process> process =
        flow.process()
            .flatMap(
                name ->
                    first.processes().orElse(List.of()).stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst());
    open(Course.BEGIN, first, process);
    return findings;
  }

  // To the place of the leg.
  private void open(Course course, Namespace namespace, Optional<Process> process) {
    Place place = places.get(course.leg() - 1);
    OptionalInt port = place.port().isPresent() ? place.port() : usualPort(course.leg());
    if (port.isEmpty()) {
      Saying why = Saying.of("reason.no-port", "place", place.text());
      findings.end(course, namespace.name(), Ending.UNKNOWN, why);
      return;
    }
    connecting.connect(
        course,
        namespace,
        new Opening(process, Optional.empty(), null, Source.CHOSEN, Optional.empty()),
        place,
        port.getAsInt());
  }

  // That of the place before, or of the next one that has one.
  private OptionalInt usualPort(int leg) {
    OptionalInt port = OptionalInt.empty();
    for (int i = 0; i < places.size() && (i < leg || port.isEmpty()); i++) {
      port = places.get(i).port().isPresent() ? places.get(i).port() : port;
    }
    return port;
  }

  private void deliver(Course course, Findings.Passage passage) {
    Namespace namespace = passage.namespace();
    Trace trace = passage.trace();
    if (namespace.processes().isEmpty()) {
      Saying why = Saying.of("reason.unknown-listeners", "namespace", namespace.name());
      walking.end(course, passage, new End(Ending.UNKNOWN, why));
      return;
    }
    Endpoint at = trace.last().to();
    Endpoint wanted = trace.taker().orElse(at);
    Optional<Sockets.Found> found =
        new Sockets(namespace.processes().get()).at(flow.protocol(), wanted);
    if (found.isEmpty()) {
      Saying nobody = Saying.of("reason.nobody-listens", "at", wanted);
      Saying why = flow.protocol() == Protocols.UDP ? nobody.with("udp", "given") : nobody;
      walking.end(course, passage, new End(Ending.REFUSED, why));
      return;
    }
    Process process = found.get().process();
    Listening socket = found.get().socket();
    Course after = findings.hop(course, passage, new Hop.Exit.Delivered(process, socket, at));
    answers.comeBack(after, own -> accept(own, passage, process, socket));
  }

  private void accept(Course after, Findings.Passage passage, Process process, Listening socket) {
    Optional<Proxy> proxy =
        process.proxies().stream().filter(one -> one.from().equals(socket)).findFirst();
    if (proxy.isPresent()) {
      passOn(after, passage, process, proxy.get());
    } else if (after.leg() == places.size()) {
      Saying why =
          Saying.of("reason.arrives", "process", process.name(), "at", passage.trace().last().to());
      findings.end(after, passage.namespace().name(), Ending.ARRIVES, why);
    } else {
      open(after.onNextLeg(), passage.namespace(), Optional.of(process));
    }
  }

  private void passOn(Course course, Findings.Passage passage, Process process, Proxy proxy) {
    Namespace namespace = passage.namespace();
    Optional<Address> peer = Optional.ofNullable(passage.trace().last().source());
    // SO_ORIGINAL_DST, or with TPROXY the socket's own address, which is the packet's.
    Endpoint original =
        passage.trace().taker().isPresent()
            ? passage.trace().last().to()
            : Packets.destination(passage.packet());
    Course.Accepted got =
        new Course.Accepted(namespace.name(), process.name(), proxy.from(), original, peer);
    if (course.accepted().contains(got)) {
      Saying why = Saying.of("reason.loops", "process", process.name(), "to", original);
      findings.end(course, namespace.name(), Ending.LOOPS, why);
      return;
    }
    Course own = course.with(got);
    Opening opening =
        new Opening(
            Optional.of(process), Optional.of(proxy.from()), original, proxy.source(), peer);
    if (proxy.to() instanceof Onward.To to) {
      connecting.connect(own, namespace, opening, to.place(), original.port());
    } else {
      Optional<Service> service =
          proxy.to() instanceof Onward.OriginalEndpoint
              ? neighbours.serviceAt(original.address())
              : Optional.empty();
      connecting.open(
          own,
          namespace,
          opening,
          service
              .map(s -> addresses.endpoints(s, original.port(), original.address().family()))
              .orElse(List.of(Choice.only(original))),
          Saying.of("reason.no-known-endpoint"));
    }
  }
}
