package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Endpoint;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.RouteQuery;
import io.github.chainbook.topology.Listening;
import io.github.chainbook.topology.Process;
import io.github.chainbook.topology.Proxy.Source;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/**
 * A connection that a process wants.
 *
 * @param process which one; empty if not named
 * @param accepted of a proxy, the socket whose connection it passes on
 * @param to where to
 * @param source which source it asks for
 * @param peer of a proxy, where the accepted connection comes from; empty if not known
 */
record Opening(
    Optional<Process> process,
    Optional<Listening> accepted,
    Endpoint to,
    Source source,
    Optional<Address> peer) {

  /**
   * How it begins.
   *
   * @param source its address; empty if not known
   * @param failure why the kernel refuses it; empty where it does not
   */
  record Start(Optional<Address> source, Optional<String> failure) {

    private static Start failed(Optional<Address> source, String why) {
      return new Start(source, Optional.of(why));
    }
  }

  /** The same to another place. */
  Opening to(Endpoint other) {
    return new Opening(process, accepted, other, source, peer);
  }

  /** Whether a machine can send to an address. */
  static boolean reaches(Machine machine, Address to) {
    Route route = machine.output(query(null, to));
    return route.type() != Route.Type.NONE
        && machine.connectionSource(route, to, query(null, to).packet()) != null;
  }

  /** What the kernel of a machine makes of it: bind(2) and connect(2), ip_route_output_flow. */
  Start on(Machine machine) {
    Address target = to.address();
    boolean bound = source.kind() != Source.Kind.CHOSEN;
    Optional<Address> own = source.kind() == Source.Kind.GIVEN ? source.address() : peer;
    if (bound && own.isPresent() && own.get().family() != target.family()) {
      return Start.failed(own, "it cannot come from " + own.get() + " and go to " + target);
    }
    // A proxy that keeps its peer's address has a transparent socket, which may be bound to it.
    if (source.kind() == Source.Kind.GIVEN && own.isPresent() && !isLocal(machine, own.get())) {
      return Start.failed(own, "no socket can be bound to " + own.get() + ", it is not its own");
    }
    RouteQuery query = query(bound ? own.orElse(null) : null, target);
    Route route = machine.output(query);
    if (route.type() == Route.Type.NONE) {
      return Start.failed(bound ? own : Optional.empty(), "no route leads to " + target);
    }
    if (bound) {
      return new Start(own, Optional.empty());
    }
    Address chosen = machine.connectionSource(route, target, query.packet());
    return chosen == null
        ? Start.failed(Optional.empty(), "there is no address to send from to " + target)
        : new Start(Optional.of(chosen), Optional.empty());
  }

  private static boolean isLocal(Machine machine, Address address) {
    return machine.output(query(null, address)).type() == Route.Type.LOCAL;
  }

  private static RouteQuery query(Address source, Address to) {
    RouteQuery.PathHint hint = new RouteQuery.PathHint(false, true, "", "", source, to);
    return new RouteQuery(source, to, KnownBits.of(0), "", hint);
  }
}
