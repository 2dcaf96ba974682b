package io.github.chainbook.topology.flow;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.HookPassage;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.Verdict;
import io.github.chainbook.netfilter.engine.Tracer;
import io.github.chainbook.netfilter.machine.Machine;
import io.github.chainbook.ruleset.Ruleset;
import io.github.chainbook.topology.Namespace;
import io.github.chainbook.xtables.packet.SetView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether packets whose path is said by hand would take it by the routes of their namespace, too. A
 * translation may send on what came in for the machine.
 */
public final class RouteCheck {

  private final Namespace namespace;
  private final Tracer tracer;

  /**
   * A check.
   *
   * @param namespace whose routes
   * @param rulesets the rules that packets are traced through
   * @param sets the sets that these name
   * @param backend the back end that loads them
   */
  public RouteCheck(
      Namespace namespace,
      List<Ruleset> rulesets,
      Map<String, ? extends SetView> sets,
      Backend backend) {
    this.namespace = namespace;
    Machine machine = new Machine(Machines.forFlows(namespace), sets, backend == Backend.NFT);
    this.tracer = new Tracer(rulesets, machine, backend);
  }

  /**
   * What is wrong with a packet's path, without a full stop; empty where its routes lead the same
   * way, or do not tell.
   *
   * @param packet the packet
   * @param trace what became of it on the path that is said
   */
  public Optional<String> otherWay(Packet packet, Trace trace) {
    Trace routed = tracer.trace(packet);
    if (!trace.isDecided() || !isSent(routed) || way(routed).equals(way(trace))) {
      return Optional.empty();
    }
    return Optional.of(
        "by the routes of "
            + namespace.name()
            + " it goes through "
            + way(routed)
            + ", and not through "
            + way(trace));
  }

  // Where no route leads, the routes may not be told in full.
  private static boolean isSent(Trace trace) {
    return trace.isDecided()
        && trace.verdict() != Verdict.UNROUTED
        && trace.verdict() != Verdict.NOT_SENT;
  }

  private static String way(Trace trace) {
    return trace.hooks().stream().map(RouteCheck::words).collect(Collectors.joining(", "));
  }

  private static String words(HookPassage passage) {
    return passage.hook()
        + (passage.in() == null || passage.in().isEmpty() ? "" : " in by " + passage.in())
        + (passage.out() == null || passage.out().isEmpty() ? "" : " out by " + passage.out());
  }
}
