package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.DccpType;

/** Looks at the header of DCCP packets; net/netfilter/xt_dccp.c and RFC 4340, section 5. */
final class DccpTest {

  /** The length of the part that all types have. */
  static final int HEADER = 12;

  private static final int WORDS = 4;
  private static final int TYPE_AND_X = 8;

  private DccpTest() {}

  /** The number of the packet's type; -2 where it is not known. */
  static int type(BytesView bytes, int header) {
    int value = bytes.at(header + TYPE_AND_X);
    return value < 0 ? HeaderBytes.UNKNOWN : value >> 1 & 0xF;
  }

  /** Whether there is an option of this kind; a header that is cut off is dropped. */
  static Truth hasOption(PacketView packet, int header, int kind) {
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
      return HeaderBytes.drop(packet);
    }
    return HeaderOptions.has(bytes, from, end, kind);
  }

  // dccp_packet_hdr_len in linux/dccp.h; types without a name are as long as a reset.
  private static int size(int type) {
    DccpType[] types = DccpType.values();
    return switch (types[Math.min(type, types.length - 1)]) {
      case DATA -> 0;
      case REQUEST -> 4;
      case ACK, DATAACK, SYNC, SYNCACK, CLOSE, CLOSEREQ -> 8;
      default -> 12;
    };
  }
}
