package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.NumberRange;
import java.util.List;

/**
 * Looks at a Routing header; rt_mt6 in net/ipv6/netfilter/ip6t_rt.c.
 *
 * @param type the type that it must have; -1 for any
 * @param notType whether it must have another
 * @param segments how many segments may be left
 * @param notSegments whether it must be another number
 * @param length how long the header must be, in bytes; -1 for any
 * @param notLength whether it must not be so long
 * @param reserved whether the reserved field must be zero
 * @param stops the addresses that it must list; none for any
 * @param strict whether it must list no others
 */
record RoutingHeaderTest(
    long type,
    boolean notType,
    NumberRange segments,
    boolean notSegments,
    long length,
    boolean notLength,
    boolean reserved,
    List<Address> stops,
    boolean strict)
    implements ExtensionHeaders.Test {

  private static final int ADDRESSES = 8;
  private static final int ADDRESS_SIZE = 16;

  @Override
  public Truth test(PacketView packet, BytesView bytes, int at) {
    int size = ExtensionHeaders.size(bytes, ExtensionHeaders.ROUTING, at);
    if (size < 0) {
      return Truth.UNKNOWN;
    }
    if (HeaderBytes.isCut(bytes, at + size)) {
      return HeaderBytes.drop(packet);
    }
    Truth holds =
        HeaderBytes.within(bytes.at(at + 3), segments.low(), segments.high()).not(notSegments);
    if (length >= 0) {
      holds = holds.and(Truth.of(size == length != notLength));
    }
    if (type >= 0) {
      holds = holds.and(HeaderBytes.within(bytes.at(at + 2), type, type).not(notType));
    }
    if (reserved) {
      holds = holds.and(HeaderBytes.within(HeaderBytes.number(bytes, at + 4, 4), 0, 0));
    }
    return stops.isEmpty() || holds == Truth.NO
        ? holds
        : holds.and(stops(bytes, at + ADDRESSES, (size - ADDRESSES) / ADDRESS_SIZE));
  }

  private Truth stops(BytesView bytes, int from, int count) {
    if (strict ? stops.size() != count : stops.size() > count) {
      return Truth.NO;
    }
    int found = 0;
    for (int i = 0; i < count && found < stops.size(); i++) {
      Truth same = SegmentBytes.within(bytes, from + i * ADDRESS_SIZE, stops.get(found), null);
      if (same == Truth.UNKNOWN) {
        return Truth.UNKNOWN;
      }
      if (same == Truth.YES) {
        found++;
      } else if (strict) {
        return Truth.NO;
      }
    }
    return Truth.of(found == stops.size());
  }
}
