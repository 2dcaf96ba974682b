package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.netfilter.machine.RouteQuery;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The namespaces as machines with rules, each made when it is asked for. */
final class Stations {

  /**
   * One of them.
   *
   * @param machine its addresses and routes
   * @param tracer what its rules do
   */
  record Station(Machine machine, Tracer tracer) {

    /** How a packet passes that comes in, as far as its destination stays. */
    Packet.Path path(String device, Optional<Address> source, Address to) {
      Address from = source.orElse(null);
      RouteQuery.PathHint hint = new RouteQuery.PathHint(false, false, device, "", from, to);
      RouteQuery query = new RouteQuery(from, to, KnownBits.of(0), device, hint);
      return machine.input(query).isDelivered() ? Packet.Path.INBOUND : Packet.Path.FORWARD;
    }
  }

  private final Backend backend;
  private final Map<String, Station> made = new HashMap<>();

  Stations(Backend backend) {
    this.backend = backend;
  }

  Station of(Namespace namespace) {
    return made.computeIfAbsent(namespace.name(), name -> make(namespace));
  }

  private Station make(Namespace namespace) {
    Machine machine =
        new Machine(Machines.forFlows(namespace), namespace.sets().sets(), backend == Backend.NFT);
    List<Ruleset> rulesets =
        namespace.rules().stream().flatMap(rules -> rules.rulesets().stream()).toList();
    return new Station(machine, new Tracer(rulesets, machine, backend));
  }
}
