package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.BytesView;

/**
 * What stands behind the extension headers of an IPv6 packet; ipv6_find_hdr with target -1 in
 * net/ipv6/exthdrs_core.c.
 *
 * @param protocol the number of the protocol; {@link #NONE} where the packet ends before
 * @param fragmentOffset where this fragment begins in the whole packet, in bytes
 * @param transport where the header of the protocol begins; 0 in later fragments, as in the kernel
 * @param isFragment whether it is a part of a packet, the first or a later one
 */
record ExtensionHeaderWalk(int protocol, int fragmentOffset, int transport, boolean isFragment) {

  /** What stands for the protocol of a packet that is cut off. */
  static final int NONE = -1;

  private static final int HOP_BY_HOP = 0;
  private static final int ROUTING = 43;
  private static final int FRAGMENT = 44;
  private static final int AUTHENTICATION = 51;
  private static final int DESTINATION = 60;
  private static final int FIRST = 40;

  /** Whether something may follow a header of this number. */
  static boolean isExtension(int number) {
    return switch (number) {
      case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION -> true;
      default -> false;
    };
  }

  /**
   * Goes through the headers.
   *
   * @param first the number of the first one
   * @param nft whether it is nf_tables that asks, which takes AH for the protocol
   */
  static ExtensionHeaderWalk of(BytesView bytes, int first, boolean nft) {
    int next = first;
    int at = FIRST;
    boolean isFragment = false;
    while (isExtension(next) && !(nft && next == AUTHENTICATION)) {
      int needed = next == ROUTING || next == FRAGMENT ? 4 : 2;
      if (bytes.at(at + needed - 1) < 0) {
        return new ExtensionHeaderWalk(NONE, 0, 0, isFragment);
      }
      int header = next;
      next = bytes.at(at);
      if (header == FRAGMENT) {
        int offset = bytes.at(at + 2) << 8 | bytes.at(at + 3) & 0xF8;
        isFragment |= (bytes.at(at + 3) & 1) != 0;
        if (offset != 0) {
          return isExtension(next)
              ? new ExtensionHeaderWalk(NONE, 0, 0, true)
              : new ExtensionHeaderWalk(next, offset, 0, true);
        }
      }
      at += size(header, bytes.at(at + 1));
    }
    return new ExtensionHeaderWalk(next, 0, at, isFragment);
  }

  /** How long an extension header is that says this of its length. */
  static int size(int header, int units) {
    return switch (header) {
      case FRAGMENT -> 8;
      case AUTHENTICATION -> units + 2 << 2;
      default -> units + 1 << 3;
    };
  }
}
