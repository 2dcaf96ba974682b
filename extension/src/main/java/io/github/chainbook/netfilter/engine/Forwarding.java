package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.machine.SpecialAddresses;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.value.Address;

/**
 * What happens to a packet between its route and hook FORWARD: ip_forward of net/ipv4/ip_forward.c,
 * ip6_forward of net/ipv6/ip6_output.c.
 */
final class Forwarding {

  private Forwarding() {}

  /**
   * Why a packet is not sent on.
   *
   * @param device the interface that its route leads to
   * @return null where it is
   */
  static String obstacle(Skb skb, String device) {
    if (!skb.looped && Link.isToMany(skb)) {
      return "it was sent to many on its link, and such packets are not sent on";
    }
    if (skb.taker != null) {
      return "a socket has taken it, and such packets are not sent on";
    }
    if (skb.fields.isKnown(Field.TTL) && skb.fields.get(Field.TTL) <= 1) {
      return "its time to live is over";
    }
    return isOfThisLink(skb, device) ? "its source address is for its own link only" : null;
  }

  private static boolean isOfThisLink(Skb skb, String device) {
    Address from = skb.source;
    return skb.family == Family.IPV6
        && from != null
        && !device.equals(skb.in)
        && (from.isZero()
            || SpecialAddresses.isLoopback(from)
            || SpecialAddresses.isLinkLocal(from));
  }

  /** Takes one from its time to live. */
  static void countHop(Skb skb) {
    if (skb.fields.isKnown(Field.TTL)) {
      skb.fields.set(Field.TTL, skb.fields.get(Field.TTL) - 1);
    } else {
      skb.fields.forget(Field.TTL); // what was decided of it holds for one more
    }
  }
}
