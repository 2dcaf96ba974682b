package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketEdit;

/** The options of a TCP header, byte by byte. */
final class TcpOptionBytes {

  /** The header's length without options. */
  static final int FIXED = 20;

  private static final int DATA_OFFSET = 12;
  private static final int NO_OPERATION = 1;

  /** What is done with an option. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Looks at an option.
     *
     * @param offset where it begins in the packet
     * @param kind its first byte
     * @param length how long it says that it is
     * @return whether the next one is looked at too
     */
    boolean visit(int offset, int kind, int length);
  }

  private TcpOptionBytes() {}

  /** The header's length as it says itself; below 0 where it is cut off or not known. */
  static int headerLength(PacketEdit packet) {
    BytesView bytes = packet.bytes();
    int words = bytes.at(bytes.transport() + DATA_OFFSET);
    return words < 0 ? words : (words >> 4) * 4;
  }

  /** Goes through the options as optlen of net/netfilter/xt_TCPMSS.c does. */
  static void walk(PacketEdit packet, Visitor visitor) {
    BytesView bytes = packet.bytes();
    int from = bytes.transport();
    int end = from + headerLength(packet);
    int i = from + FIXED;
    while (i < end - 1) {
      int kind = bytes.at(i);
      int length = bytes.at(i + 1);
      if (kind < 0 || length < 0) {
        return;
      }
      int step = kind <= NO_OPERATION || length == 0 ? 1 : length;
      if (i + step > end || !visitor.visit(i, kind, step)) {
        return;
      }
      i += step;
    }
  }
}
