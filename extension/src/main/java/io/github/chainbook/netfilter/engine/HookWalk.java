package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.value.ConntrackState;
import java.util.Objects;

/** A packet's way through all that is registered at a hook: connection tracking and the tables. */
final class HookWalk {

  /** The type of an ICMP message. */
  private static final int REDIRECT = 5;

  private final Program program;
  private final Packet packet;
  private final Connection before;
  private final Skb skb;
  private final Record record;
  private final ChainWalk chains;

  /** The route that was found anew in OUTPUT; null where the first one holds. */
  private Route rerouted;

  /**
   * Makes one for a walk.
   *
   * @param before the connection that an earlier packet has made; null for none
   */
  HookWalk(Program program, Skb skb, Connection before, Record record, ChainWalk chains) {
    this.program = program;
    this.packet = skb.packet;
    this.before = before;
    this.skb = skb;
    this.record = record;
    this.chains = chains;
  }

  /** The route that was found anew in OUTPUT; null where the first one holds. */
  Route rerouted() {
    return rerouted;
  }

  /** Takes the packet through a hook: whether it passes. */
  boolean pass(Hook hook) {
    skb.hook = hook;
    record.begin();
    if (program.defragments() && (hook == Hook.PREROUTING || hook == Hook.OUTPUT) && isHeld()) {
      record.note("held until all fragments are there");
      return false;
    }
    for (Program.Stop stop : program.at(hook)) {
      if (!stage(stop.stage(), stop.chain())) {
        return false;
      }
    }
    record.pass();
    return true;
  }

  private boolean isHeld() {
    return ExtendedConntrack.isFor(skb)
        ? TrackedHeader.isHeld(skb.bytes(), skb.protocol)
        : skb.fragmentOffset() != 0 || skb.moreFragments();
  }

  private boolean stage(Stage stage, CompiledChain chain) {
    if (stage == Stage.LOOKUP) {
      if (packet.state() == Packet.State.UNTRACKED && skb.connection == null && !skb.looped) {
        skb.state = ConntrackState.UNTRACKED;
      }
      if (program.tracks()) {
        Conntrack.lookUp(skb, packet, before);
      }
      return true;
    }
    if (stage == Stage.NAT) {
      return nat(chain);
    }
    return skb.hook == Hook.OUTPUT && stage == Stage.MANGLE
        ? mangleOutput(chain)
        : chains.run(chain) == Fate.ACCEPT;
  }

  // nf_nat_inet_fn of net/netfilter/nf_nat_core.c
  private boolean nat(CompiledChain chain) {
    Connection connection = skb.connection;
    if (connection == null) {
      return true;
    }
    boolean destination = skb.hook == Hook.PREROUTING || skb.hook == Hook.OUTPUT;
    // The first packet of a connection that a helper announced is RELATED, as an ICMP error is.
    boolean opens = skb.state == ConntrackState.RELATED && connection.expected;
    if (skb.state == ConntrackState.NEW || opens) {
      boolean done = destination ? connection.destinationDone : connection.sourceDone;
      if (!done) {
        if (chain != null && chains.run(chain) != Fate.ACCEPT) {
          return false;
        }
        if (destination) {
          connection.destinationDone = true;
        } else {
          connection.sourceDone = true;
        }
      }
    } else if (skb.state == ConntrackState.RELATED) {
      return !isRedirect();
    }
    if (!connection.isTranslated()) {
      return true;
    }
    record.freeze();
    if (!new Rewriting(skb).apply()) {
      record.note("it is too short to be translated");
      return false;
    }
    // nf_nat_ipv4_local_fn: of a reply, the source of the connection is its destination.
    boolean stays =
        skb.reply
            ? Objects.equals(connection.originalSource(), connection.replyDestination())
            : Objects.equals(connection.originalDestination(), connection.replySource());
    return skb.hook != Hook.OUTPUT || stays || reroute();
  }

  // A redirect passes only where translation has looked at the connection, and left it alone; it
  // has not at one that was there before: nf_nat_icmp_reply_translation.
  private boolean isRedirect() {
    boolean redirect =
        skb.family == Family.IPV4 && skb.protocol == Protocols.ICMP && skb.type() == REDIRECT;
    if (redirect) {
      record.note("a redirect about a connection that table nat has not seen");
    }
    return redirect;
  }

  private boolean mangleOutput(CompiledChain chain) {
    RouteKey key = new RouteKey(skb);
    return chains.run(chain) == Fate.ACCEPT && (!key.hasChanged() || reroute());
  }

  // ip_route_me_harder: the rest of this hook still sees the old interface.
  private boolean reroute() {
    rerouted = skb.machine.reroute(skb.query(), skb.route.device());
    skb.route = rerouted;
    if (rerouted.type() == Route.Type.NONE) {
      record.note("no route leads to where it was sent");
      return false;
    }
    return true;
  }
}
