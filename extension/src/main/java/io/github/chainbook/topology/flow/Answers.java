package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.topology.Topology;
import java.util.List;
import java.util.function.Consumer;

/**
 * Lets a flow go on from a socket only where the answer comes back to who opened the connection.
 */
final class Answers {

  private final Topology topology;
  private final Stations stations;
  private final Wire wire;
  private final Findings findings;

  Answers(Topology topology, Stations stations, Findings findings) {
    this.topology = topology;
    this.stations = stations;
    this.wire = new Wire(topology);
    this.findings = findings;
  }

  /**
   * Walks the answer to the first packet of a TCP connection, which a socket has got. A datagram
   * may have none. Where an address is not known to which it goes, it is taken to come back.
   *
   * @param course the way of the first packet
   * @param next goes on where the answer comes back; where that depends on something, under that
   *     condition
   */
  void comeBack(Course course, Consumer<Course> next) {
    List<Hop> connection = findings.connection(course);
    boolean tcp = connection.get(0).packet().protocol() == Protocols.TCP;
    if (!tcp || !new FirstPackets(connection).areKnown()) {
      next.accept(course);
      return;
    }
    List<AnswerOutcome> all = new AnswerWalk(topology, stations, wire, connection).outcomes();
    if (all.stream().allMatch(AnswerOutcome::comesBack)) {
      next.accept(course);
      return;
    }
    for (AnswerOutcome outcome : all) {
      Course own = course.under(outcome.conditions(), outcome.share());
      if (!findings.isFull()) {
        outcome.failure().ifPresentOrElse(failure -> end(own, failure), () -> next.accept(own));
      }
    }
  }

  private void end(Course course, AnswerOutcome.Failure failure) {
    Course shown = failure.last().show(findings, course);
    findings.end(shown, failure.last().namespace(), failure.end().ending(), failure.end().reason());
  }
}
