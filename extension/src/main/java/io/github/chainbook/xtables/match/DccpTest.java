package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.DccpType;
import java.util.List;

/** Looks at the header of DCCP packets; net/netfilter/xt_dccp.c and RFC 4340, section 5. */
final class DccpTest {

  /** The length of the part that all types have. */
  static final int HEADER = 12;

  private static final int WORDS = 4;
  private static final int TYPE_AND_X = 8;

  private static final List<DccpType> TYPES = List.of(DccpType.values());

  private DccpTest() {}

  /** The number of the packet's type; -2 where it is not known. */
  static int type(BytesView bytes, int header) {
    int value = bytes.at(header + TYPE_AND_X);
    return value < 0 ? HeaderBytes.UNKNOWN : value >> 1 & 0xF;
  }

  /** The type of this number. */
  static DccpType named(int type) {
    return TYPES.get(Math.min(type, TYPES.size() - 1));
  }

  /**
   * Whether there is an option of this kind; a packet that ends before its options do is dropped.
   *
   * @param before whether what the match looks at before holds
   */
  static Truth hasOption(PacketView packet, int header, int kind, Truth before) {
    BytesView bytes = packet.bytes();
    int words = bytes.at(header + WORDS);
    int value = bytes.at(header + TYPE_AND_X);
    if (words < 0 || value < 0) {
      return Truth.UNKNOWN;
    }
    boolean hasLongSequenceNumber = (value & 1) != 0;
    int from = header + HEADER + (hasLongSequenceNumber ? 4 : 0) + size(value >> 1 & 0xF);
    int end = header + words * 4;
    if (end < from || end > from && HeaderBytes.isCut(bytes, end)) {
      return HeaderBytes.drop(packet, before);
    }
    return HeaderOptions.has(bytes, from, end, kind);
  }

  // dccp_packet_hdr_len in linux/dccp.h; types without a name are as long as a reset.
  private static int size(int type) {
    return switch (named(type)) {
      case DATA -> 0;
      case REQUEST -> 4;
      case ACK, DATAACK, SYNC, SYNCACK, CLOSE, CLOSEREQ -> 8;
      default -> 12;
    };
  }
}
