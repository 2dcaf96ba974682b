package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Content;
import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;

/** The sockets of a packet on its way: who sent it, who waits for it, who has taken it. */
final class Sockets {

  private Sockets() {}

  /** Whether a program's socket, or one of the kernel's, has sent it. */
  static Truth hasSender(SkbView skb) {
    boolean sent = skb.packet.path() == Packet.Path.OUTBOUND && !skb.looped && !skb.isCopy;
    return Truth.of(sent && skb.packet.content().sender() != Content.Sender.NO_SOCKET);
  }

  /** Whether who opened the sending socket has one of these supplementary groups. */
  static Truth hasGroup(Content content, long low, long high) {
    if (content.sender() == Content.Sender.KERNEL) {
      return Truth.NO;
    }
    return content
        .groups()
        .map(all -> Truth.of(all.stream().anyMatch(g -> g >= low && g <= high)))
        .orElse(Truth.UNKNOWN);
  }

  /** As {@code PacketView.hasTaker}. */
  static Truth hasTaker(SkbView skb, boolean wildcard) {
    if (skb.taker == null || wildcard) {
      return skb.taker == null ? null : Truth.YES;
    }
    return skb.taker.address() == null || skb.taker.port() < 0
        ? Truth.UNKNOWN
        : skb.machine().listens(skb.protocol(), skb.taker.address(), skb.taker.port(), true, false);
  }

  /** Whether a socket waits for it: one that a SYN made, or that sent the first packet. */
  static boolean hasFound(SkbView skb) {
    Header now = skb.header();
    Header opened = skb.opened;
    Header awaited = skb.awaited;
    return opened != null && now.from().equals(opened.from()) && now.to().equals(opened.to())
        || awaited != null && now.from().equals(awaited.to()) && isAtAwaited(skb, now);
  }

  // What a translation has made of the source is undone for the look-up: nf_sk_lookup_slow_v4.
  private static boolean isAtAwaited(SkbView skb, Header now) {
    Connection connection = skb.connection;
    Address to = connection != null && skb.reply ? connection.originalSource() : now.destination();
    return to != null && to.equals(skb.awaited.source());
  }

  // Only such a socket may have an address that is not its machine's.
  static boolean isFoundTransparent(SkbView skb) {
    return skb.awaited == null
        || skb.machine().isOfType(skb.awaited.source(), AddressType.LOCAL, "") != Truth.YES;
  }
}
