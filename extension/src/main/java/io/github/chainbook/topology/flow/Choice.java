package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.words.Saying;
import java.util.Optional;

/**
 * One of the places that a connection may go to.
 *
 * @param to its address and port
 * @param service the service that chooses it; empty where nothing is chosen
 * @param share the part of connections that go there, from 0 to 1
 */
record Choice(Endpoint to, Optional<String> service, double share) {

  /** The only place. */
  static Choice only(Endpoint to) {
    return new Choice(to, Optional.empty(), 1);
  }

  /** What must be so for it; empty where there is no choice. */
  Optional<Saying> condition() {
    return service
        .filter(name -> share < 1)
        .map(name -> Saying.of("condition.chooses", "service", name, "to", to));
  }
}
