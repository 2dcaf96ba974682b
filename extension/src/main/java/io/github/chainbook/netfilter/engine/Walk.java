package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import java.util.Objects;
import java.util.Optional;

/** One packet's way through the hooks, under one way of answering what is not known. */
final class Walk {

  /** The next header 0. */
  private static final int HOP_BY_HOP = 0;

  private final Program program;
  private final Packet packet;
  private final Connection before;
  private final Skb skb;
  private final Record record;
  private final ChainWalk chains;

  Walk(Program program, Backend backend, Skb skb, Connection before, Decisions decisions) {
    this.program = program;
    this.packet = skb.packet;
    this.before = before;
    this.skb = skb;
    this.record = new Record(skb, backend);
    this.chains = new ChainWalk(skb, record, backend, decisions);
  }

  Trace run() {
    return packet.path() == Packet.Path.OUTBOUND ? send() : arrive(packet.in());
  }

  /** The connection that the packet belongs to at the end; null for none. */
  Connection connection() {
    return skb.connection;
  }

  private Trace send() {
    boolean bound = packet.content().bound();
    Route route = skb.machine.output(bound ? skb.query() : skb.query().withoutSource());
    if (route.type() == Route.Type.NONE) {
      return record.notSent("no route leads there");
    }
    skb.out = route.device();
    skb.route = route;
    if (!hook(Hook.OUTPUT)) {
      return record.dropped();
    }
    String device = route();
    Route.Type type = rerouted == null ? route.type() : rerouted.type();
    if (!device.equals("lo") && SpecialAddresses.comesBack(type, skb.destination)) {
      // The copy passes the hook first, and changes of it are not the packet's.
      Fields own = skb.fields.copy();
      Address from = skb.source;
      skb.out = device;
      skb.isCopy = true;
      hook(Hook.POSTROUTING);
      skb.isCopy = false;
      skb.source = from;
      skb.fields.restore(own);
    }
    return leave(device);
  }

  private Route rerouted;

  private String route() {
    return rerouted != null ? rerouted.device() : skb.out;
  }

  private Trace leave(String device) {
    skb.out = device;
    if (!hook(Hook.POSTROUTING)) {
      return record.dropped();
    }
    confirm();
    if (!device.equals("lo")) {
      return record.accepted();
    }
    skb.looped = true;
    if (skb.connection == null) {
      skb.zone = 0;
    }
    if (!mayArrive("lo")) {
      return record.unrouted("such addresses or options do not come by a link");
    }
    return arrive("lo");
  }

  // nf_confirm of net/netfilter/nf_conntrack_core.c, behind all tables
  private void confirm() {
    if (skb.connection != null) {
      skb.connection.confirmed = true;
    }
  }

  private Trace arrive(String device) {
    skb.in = device;
    skb.out = "";
    if (!skb.looped && !mayArrive(device)) {
      return record.notSent("such addresses or options do not come by a link");
    }
    Address to = skb.destination;
    if (!hook(Hook.PREROUTING)) {
      return record.dropped();
    }
    // What came round by lo has its route already, but for foreign groups and a new destination.
    boolean group =
        isIpv4() && isGroup(skb.destination) && !SpecialAddresses.isAllSystems(skb.destination);
    boolean routed = skb.looped && !group && Objects.equals(to, skb.destination);
    Route route =
        routed
            ? new Route(Route.Type.LOCAL, "lo", Optional.empty())
            : isRedirected() ? Route.HERE : skb.machine.input(skb.query());
    if (route.type() == Route.Type.NONE) {
      return record.unrouted("no route leads there, or its addresses may not be");
    }
    skb.route = route;
    if (route.isDelivered()) {
      // IPv6 puts them together behind INPUT.
      if (skb.fragmentOffset() != 0 && skb.family == Family.IPV4) {
        return record.unrouted("held until all fragments are there");
      }
      if (!hook(Hook.INPUT)) {
        return record.dropped();
      }
      confirm();
      return record.accepted();
    }
    return forward(route.device());
  }

  private static boolean isGroup(Address address) {
    return address != null && SpecialAddresses.isMulticast(address);
  }

  // REDIRECT leads to this machine, even where nobody knows to which of its addresses.
  private boolean isRedirected() {
    return skb.destination == null && skb.connection != null && skb.connection.redirected;
  }

  private boolean isIpv4() {
    return skb.family == Family.IPV4;
  }

  // ip6_rcv_core of net/ipv6/ip6_input.c
  private boolean mayArrive(String device) {
    if (isIpv4()) {
      return true;
    }
    if (packet.protocol() == HOP_BY_HOP && !HopOptions.areTaken(skb.bytes())) {
      return false;
    }
    Address from = skb.source;
    boolean loopback =
        skb.destination != null && SpecialAddresses.isLoopback(skb.destination)
            || from != null && SpecialAddresses.isLoopback(from);
    boolean group = from != null && SpecialAddresses.isMulticast(from);
    return !group && (!loopback || device.equals("lo"));
  }

  // ip_forward of net/ipv4/ip_forward.c, ip6_forward of net/ipv6/ip6_output.c
  private Trace forward(String device) {
    if (skb.taker != null) {
      return record.unrouted("a socket has taken it, and such packets are not sent on");
    }
    boolean known = skb.fields.isKnown(Field.TTL);
    long ttl = skb.fields.get(Field.TTL);
    if (known && ttl <= 1) {
      return record.unrouted("its time to live is over");
    }
    Address from = skb.source;
    boolean here =
        skb.family == Family.IPV6
            && from != null
            && !device.equals(skb.in)
            && (from.isZero()
                || SpecialAddresses.isLoopback(from)
                || SpecialAddresses.isLinkLocal(from));
    if (here) {
      return record.unrouted("its source address is for its own link only");
    }
    if (known) {
      skb.fields.set(Field.TTL, ttl - 1);
    } else {
      skb.fields.forget(Field.TTL); // what was decided of it holds for one more
    }
    skb.out = device;
    if (!hook(Hook.FORWARD)) {
      return record.dropped();
    }
    if (!hook(Hook.POSTROUTING)) {
      return record.dropped();
    }
    confirm();
    return record.accepted();
  }

  private boolean hook(Hook hook) {
    skb.hook = hook;
    record.begin();
    if ((skb.fragmentOffset() != 0 || skb.moreFragments())
        && program.defragments()
        && (hook == Hook.PREROUTING || hook == Hook.OUTPUT)) {
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
      return true;
    }
    if (!connection.isTranslated()) {
      return true;
    }
    record.freeze();
    skb.applyTranslation();
    // nf_nat_ipv4_local_fn: of a reply, the source of the connection is its destination.
    boolean stays =
        skb.reply
            ? Objects.equals(connection.originalSource(), connection.replyDestination())
            : Objects.equals(connection.originalDestination(), connection.replySource());
    return skb.hook != Hook.OUTPUT || stays || reroute();
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
