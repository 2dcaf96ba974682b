package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;

/** What TCPMSS does to packets; tcpmss_mangle_packet in net/netfilter/xt_TCPMSS.c. */
final class TcpmssAction implements PacketAction {

  private static final int MSS = 2;
  private static final int MSS_LENGTH = 4;
  private static final int LONGEST_HEADER = 60;
  private static final int UNKNOWN = -2;
  private static final int MAX = 0xFFFF;

  /** What a host takes that names no size: RFC 1122 and RFC 8200. */
  private static final int USUAL = 536;

  private static final int USUAL_6 = 1220;

  private final int size;

  TcpmssAction(Options given) {
    // The MTU of the path is not known: neither a dump nor what goes with it says it.
    size =
        given.has(TcpmssTarget.CLAMP_MSS_TO_PMTU)
            ? UNKNOWN
            : given.get(TcpmssTarget.SET_MSS).orElseThrow().intValue();
  }

  @Override
  public Fate apply(PacketEdit packet) {
    BytesView bytes = packet.bytes();
    if (packet.fragmentOffset() != 0 || bytes == null) {
      return Fate.CONTINUE;
    }
    int header = TcpOptionBytes.headerLength(packet);
    int behind = bytes.length() - bytes.transport();
    if (header == UNKNOWN || bytes.length() < 0) {
      ofUnknownHeader(packet);
      return Fate.CONTINUE;
    }
    if (header < TcpOptionBytes.FIXED || behind < header) {
      return Fate.DROP;
    }
    int at = find(packet);
    if (at >= 0) {
      lower(packet, at + 2);
    } else if (behind == header && header < LONGEST_HEADER) {
      insert(packet, header);
    }
    return Fate.CONTINUE;
  }

  // Where it names no size yet, one is inserted.
  private void ofUnknownHeader(PacketEdit packet) {
    NumberSet before = packet.segmentSizes();
    if (before == null || before.isEmpty()) {
      packet.forget(Field.LENGTH);
      packet.setSegmentSizes(NumberSet.of(0, size < 0 ? MAX : size));
    } else {
      packet.setSegmentSizes(lowered(before));
    }
  }

  // What the MTU of the path leaves may be anything, but is never more than was there.
  private NumberSet lowered(NumberSet before) {
    long old = before.single();
    if (old < 0) {
      return size < 0 ? before : before.and(NumberSet.of(0, size));
    }
    return size < 0 ? NumberSet.of(0, old) : NumberSet.of(Math.min(old, size), Math.min(old, size));
  }

  private static int find(PacketEdit packet) {
    int[] found = {-1};
    TcpOptionBytes.walk(
        packet,
        (offset, kind, length) -> {
          found[0] = kind == MSS && length == MSS_LENGTH ? offset : -1;
          return found[0] < 0;
        });
    return found[0];
  }

  private void lower(PacketEdit packet, int at) {
    int high = packet.bytes().at(at);
    int low = packet.bytes().at(at + 1);
    boolean known = high >= 0 && low >= 0 && size >= 0;
    if (known && (high << 8 | low) <= size) {
      return;
    }
    packet.setByte(at, known ? size >> 8 : UNKNOWN);
    packet.setByte(at + 1, known ? size & 0xFF : UNKNOWN);
    if (!known) {
      NumberSet before = packet.segmentSizes();
      boolean told = high >= 0 && low >= 0;
      long old = high << 8 | low;
      packet.setSegmentSizes(
          lowered(told ? NumberSet.of(old, old) : before == null ? NumberSet.of(0, MAX) : before));
    }
  }

  private void insert(PacketEdit packet, int header) {
    int usual = packet.family() == Family.IPV4 ? USUAL : USUAL_6;
    int added = size < 0 ? UNKNOWN : Math.min(size, usual);
    int transport = packet.bytes().transport();
    packet.insertBytes(
        transport + TcpOptionBytes.FIXED,
        MSS,
        MSS_LENGTH,
        size < 0 ? UNKNOWN : added >> 8,
        size < 0 ? UNKNOWN : added & 0xFF);
    packet.setSegmentSizes(NumberSet.of(size < 0 ? 0 : added, size < 0 ? usual : added));
    int words = packet.bytes().at(transport + 12);
    packet.setByte(transport + 12, (header + MSS_LENGTH) / 4 << 4 | words & 0xF);
  }
}
