package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.machine.Route;
import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;

/** What becomes of a packet before hook OUTPUT: it gets a route, and a source where it has none. */
final class Sending {

  private Sending() {}

  /**
   * Where the packet goes. Who sends to no address sends to the machine itself:
   * ip_route_output_key_hash_rcu of net/ipv4/route.c, rawv6_sendmsg of net/ipv6/raw.c.
   */
  static Route route(Skb skb) {
    if (isNowhere(skb)) {
      return Route.HERE;
    }
    boolean bound = skb.packet.content().bound();
    return skb.machine.output(bound ? skb.query() : skb.query().withoutSource());
  }

  /** Gives an IPv4 packet without a source that of its route: raw_send_hdrinc of net/ipv4/raw.c. */
  static void nameSource(Skb skb, Route route) {
    if (skb.family == Family.IPV4 && skb.source != null && skb.source.isZero()) {
      Address to = isNowhere(skb) ? SpecialAddresses.LOOPBACK : skb.destination;
      Address own = skb.machine.connectionSource(route, to, skb.hint());
      skb.source = own == null ? skb.source : own;
      skb.sentFrom = skb.source;
    }
  }

  private static boolean isNowhere(Skb skb) {
    return skb.destination != null && skb.destination.isZero();
  }
}
