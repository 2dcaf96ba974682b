package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.topology.Flow.Ending;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.topology.Place;
import io.github.chainbook.words.Saying;
import java.util.List;

/** Opens connections to places, of which each may have several addresses. */
final class Connecting {

  private final Stations stations;
  private final Places addresses;
  private final Findings findings;
  private final Walking walking;

  Connecting(Stations stations, Places addresses, Findings findings, Walking walking) {
    this.stations = stations;
    this.addresses = addresses;
    this.findings = findings;
    this.walking = walking;
  }

  /**
   * Opens one to a place.
   *
   * @param port that of the place, if it says none
   */
  void connect(Course course, Namespace namespace, Opening opening, Place place, int port) {
    Machine machine = stations.of(namespace).machine();
    open(
        course,
        namespace,
        opening,
        addresses.of(place, port, address -> Opening.reaches(machine, address)),
        Saying.of("reason.unknown-address", "place", place.text()));
  }

  /**
   * Opens one to what is chosen.
   *
   * @param nowhere why there is no choice, if there is none
   */
  void open(
      Course course, Namespace namespace, Opening opening, List<Choice> choices, Saying nowhere) {
    if (choices.isEmpty()) {
      findings.end(course, namespace.name(), Ending.UNKNOWN, nowhere);
    }
    walking.fork(
        course, choices, (own, choice) -> walking.open(own, namespace, opening.to(choice.to())));
  }
}
