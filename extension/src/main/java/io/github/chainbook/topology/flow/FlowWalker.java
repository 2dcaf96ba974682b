package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.topology.Flow;
import io.github.chainbook.topology.Topology;
import java.util.List;

/**
 * Walks flows: what becomes of the first packet of each connection, from the process that opens it
 * to the application that gets it, through the rules of all namespaces on the way.
 *
 * <p>The packet that answers the first one of a TCP connection is walked back. Its hops belong to
 * the flow only where it does not come back, and the flow ends there. Datagrams need no answer;
 * what tells a sender that it is refused, and what follows the answer, is not walked.
 *
 * <p>What it takes for granted: packets that a bridge carries from port to port do not pass
 * iptables (br_netfilter is off), but for answers where a namespace's settings say otherwise; an
 * answer to an address that is not known comes back; reverse path filtering drops nothing; no
 * connection has been there before, so that ports are kept where the kernel keeps them; source
 * ports are not known.
 */
public final class FlowWalker {

  private final Topology topology;
  private final Stations stations;

  /**
   * Makes a walker.
   *
   * @param topology who is where
   * @param backend the back end of iptables that has loaded the rules
   */
  public FlowWalker(Topology topology, Backend backend) {
    this.topology = topology;
    this.stations = new Stations(backend);
  }

  /** What comes of a flow; one of {@link Topology#flows()} or another over the same topology. */
  public FlowWalk walk(Flow flow) {
    Findings findings = new FlowRun(topology, stations, flow).run();
    List<Hop> hops = findings.hops();
    List<Way> ways = findings.ways();
    return new FlowWalk(flow, hops, ways, FlowChecks.of(flow, hops, ways));
  }

  /** What comes of all flows, in order. */
  public List<FlowWalk> walkAll() {
    return topology.flows().stream().map(this::walk).toList();
  }
}
