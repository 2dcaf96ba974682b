package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import java.util.Objects;

/**
 * What a packet is routed again for when table mangle changes it in OUTPUT: ipt_mangle_out of
 * net/ipv4/netfilter/iptable_mangle.c, and that of IPv6. Made before the table is asked.
 */
final class RouteKey {

  private final Skb skb;
  private final Address from;
  private final Address to;
  private final long tos;
  private final long ttl;
  private final int edits;

  RouteKey(Skb skb) {
    this.skb = skb;
    this.from = skb.source;
    this.to = skb.destination;
    this.tos = skb.fields.orUnknown(Field.TOS);
    this.ttl = skb.fields.orUnknown(Field.TTL);
    this.edits = skb.fields.edits();
    skb.fields.noteMark();
  }

  /** Whether something has changed since; what is not known of that is decided. */
  boolean hasChanged() {
    return !Objects.equals(from, skb.source)
        || !Objects.equals(to, skb.destination)
        || decided(Field.TOS, tos)
        || skb.family == Family.IPV6 && decided(Field.TTL, ttl)
        || decided("mark", skb.fields.hasMarkChanged());
  }

  private boolean decided(Field field, long before) {
    long now = skb.fields.orUnknown(field);
    Truth changed =
        edits == skb.fields.edits()
            ? Truth.NO
            : before < 0 || now < 0 ? Truth.UNKNOWN : Truth.of(before != now);
    return decided(field.name(), changed);
  }

  private boolean decided(String what, Truth changed) {
    return changed == Truth.UNKNOWN
        ? skb.suppose("table mangle changes the " + what.toLowerCase(java.util.Locale.ROOT))
        : changed == Truth.YES;
  }
}
