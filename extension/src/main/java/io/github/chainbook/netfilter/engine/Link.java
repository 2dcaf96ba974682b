package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.packet.Truth;

/** What a packet on its way has of the link that it came by, as far as that is said. */
final class Link {

  private static final long NONE = -1;
  private static final long UNKNOWN = -2;
  private static final long ALL_STATIONS = 0xFFFF_FFFF_FFFFL;

  /** An address that no rule names: its link has one, but which is not said. */
  private static final long SOME = 1L << 48;

  /** The address of the interface that it came in by, which no rule names either. */
  private static final long OWN = SOME + 1;

  private Link() {}

  /** The hardware address that it was sent from, as {@code PacketView.sourceMac} tells it. */
  static long source(SkbView skb) {
    if (!hasLink(skb)) {
      return NONE;
    }
    return skb.packet.content().mac().orElse(isComplete(skb) ? SOME : UNKNOWN);
  }

  /** The one that it was sent to: an interface of this machine, or all of its link. */
  static long destination(SkbView skb) {
    if (!hasLink(skb)) {
      return NONE;
    }
    if (isOfType(skb, "broadcast") == Truth.YES) {
      return ALL_STATIONS;
    }
    // Which group it was sent to is not said.
    boolean single = isComplete(skb) && wasOfType(skb, "multicast") == Truth.NO;
    return single ? OWN : UNKNOWN;
  }

  /** Whether it is addressed on its link in such a way. */
  static Truth isOfType(SkbView skb, String type) {
    if (skb.own && wasOfType(skb, "multicast") == Truth.YES) {
      return Truth.of(type.equals("unicast"));
    }
    return skb.own && type.equals("multicast") ? Truth.NO : wasOfType(skb, type);
  }

  private static Truth wasOfType(SkbView skb, String type) {
    String given = skb.packet.content().packetType().orElse(null);
    if (given != null) {
      return Truth.of(given.equals(type));
    }
    boolean sent = skb.packet.path() == Packet.Path.OUTBOUND;
    return sent || isComplete(skb) ? Truth.of(type.equals("unicast")) : Truth.UNKNOWN;
  }

  /** Whether it was certainly addressed to several machines of its link. */
  static boolean isToMany(SkbView skb) {
    return isOfType(skb, "broadcast") == Truth.YES || isOfType(skb, "multicast") == Truth.YES;
  }

  private static boolean hasLink(SkbView skb) {
    boolean arrived = skb.packet.path() != Packet.Path.OUTBOUND;
    return arrived && !skb.in.equals("lo") && !skb.packet.in().equals("lo");
  }

  private static boolean isComplete(SkbView skb) {
    return skb.machine.environment().complete();
  }
}
