package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Backend;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Trace;
import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Hook;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.DirectedZone;
import java.util.Objects;
import java.util.Optional;

/** One packet's way through the hooks, under one way of answering what is not known. */
final class Walk {

  /** The next header 0. */
  private static final int HOP_BY_HOP = 0;

  private final Packet packet;
  private final Skb skb;
  private final Record record;
  private final HookWalk hooks;

  Walk(Program program, Backend backend, Skb skb, Connection before, Decisions decisions) {
    this.packet = skb.packet;
    this.skb = skb;
    this.record = new Record(skb, backend);
    ChainWalk chains = new ChainWalk(skb, record, backend, decisions);
    this.hooks = new HookWalk(program, skb, before, record, chains);
  }

  Trace run() {
    return packet.path() == Packet.Path.OUTBOUND ? send() : arrive(packet.in());
  }

  /** The connection that the packet belongs to at the end; null for none. */
  Connection connection() {
    return skb.connection;
  }

  private Trace send() {
    Route route = Sending.route(skb);
    if (route.type() == Route.Type.NONE) {
      return Trace.notSent("no route leads there");
    }
    skb.out = route.device();
    skb.route = route;
    Sending.nameSource(skb, route);
    if (!hooks.pass(Hook.OUTPUT)) {
      return record.dropped();
    }
    String device = route();
    Route.Type type = hooks.rerouted() == null ? route.type() : hooks.rerouted().type();
    if (!device.equals("lo") && SpecialAddresses.comesBack(type, skb.destination)) {
      // The copy passes the hook first, and changes of it are not the packet's.
      Fields own = skb.fields.copy();
      Address from = skb.source;
      skb.out = device;
      skb.isCopy = true;
      hooks.pass(Hook.POSTROUTING);
      skb.isCopy = false;
      skb.source = from;
      skb.fields.restore(own);
    }
    return leave(device);
  }

  private String route() {
    return hooks.rerouted() != null ? hooks.rerouted().device() : skb.out;
  }

  private Trace leave(String device) {
    skb.out = device;
    if (!hooks.pass(Hook.POSTROUTING)) {
      return record.dropped();
    }
    confirm();
    if (!device.equals("lo")) {
      return record.accepted();
    }
    skb.looped = true;
    if (skb.connection == null) {
      skb.zone = DirectedZone.NONE;
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
      return Trace.notSent("such addresses or options do not come by a link");
    }
    Address to = skb.destination;
    if (!hooks.pass(Hook.PREROUTING)) {
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
      if (!hooks.pass(Hook.INPUT)) {
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

  private Trace forward(String device) {
    String obstacle = Forwarding.obstacle(skb, device);
    if (obstacle != null) {
      return record.unrouted(obstacle);
    }
    Forwarding.countHop(skb);
    skb.out = device;
    if (!hooks.pass(Hook.FORWARD)) {
      return record.dropped();
    }
    if (!hooks.pass(Hook.POSTROUTING)) {
      return record.dropped();
    }
    confirm();
    return record.accepted();
  }
}
