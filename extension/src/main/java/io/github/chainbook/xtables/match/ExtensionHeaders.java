package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;

/** The extension headers of IPv6 packets. */
final class ExtensionHeaders {

  /** Hop-by-Hop Options. */
  static final int HOP_BY_HOP = 0;

  /** Routing. */
  static final int ROUTING = 43;

  /** Fragment. */
  static final int FRAGMENT = 44;

  /** Encapsulating Security Payload. */
  static final int ESP = 50;

  /** Authentication. */
  static final int AUTHENTICATION = 51;

  /** Nothing follows. */
  static final int NONE = 59;

  /** Destination Options. */
  static final int DESTINATION = 60;

  /** The header is not there. */
  static final int ABSENT = -1;

  /** It is not known whether the header is there, or where. */
  static final int UNKNOWN = -2;

  /** The packet ends within a header on the way. */
  static final int DAMAGED = -3;

  /** Where the first header begins, and where the packet's own header says which one it is. */
  static final int FIRST = 40;

  static final int NEXT_HEADER = 6;

  /** Looks at an extension header that is there. */
  @FunctionalInterface
  interface Test {

    /**
     * Looks at the header.
     *
     * @param at where it begins
     */
    Truth test(PacketView packet, BytesView bytes, int at);
  }

  private ExtensionHeaders() {}

  /**
   * Asks a header of this kind. Without one the answer is NO; a packet that is cut off in a header
   * before it, or within its first bytes, is dropped.
   *
   * @param kind which header
   * @param size how many of its first bytes must be there
   */
  static Truth ask(PacketView packet, int kind, int size, Test test) {
    BytesView bytes = packet.bytes();
    int at = find(bytes, kind);
    if (at >= 0) {
      return HeaderBytes.isCut(bytes, at + size)
          ? HeaderBytes.drop(packet)
          : test.test(packet, bytes, at);
    }
    if (at == DAMAGED) {
      return HeaderBytes.drop(packet);
    }
    return at == ABSENT ? Truth.NO : Truth.UNKNOWN;
  }

  /**
   * Where the header of this kind begins; ABSENT, UNKNOWN or DAMAGED. Behind the Fragment header of
   * a later fragment none is looked for; ipv6_find_hdr in net/ipv6/exthdrs_core.c.
   */
  static int find(BytesView bytes, int kind) {
    int next = bytes.at(NEXT_HEADER);
    int at = FIRST;
    while (next >= 0) {
      if (!isExtension(next) || next == NONE) {
        return next == kind ? at : ABSENT;
      }
      int header = next;
      // A Routing header is read as far as its type and segments.
      if (HeaderBytes.isCut(bytes, at + (header == ROUTING || header == FRAGMENT ? 4 : 2))) {
        return DAMAGED;
      }
      if (header == kind) {
        return at;
      }
      next = bytes.at(at);
      if (header == FRAGMENT) {
        long offset = HeaderBytes.number(bytes, at + 2, 2);
        if (offset < 0) {
          return UNKNOWN;
        }
        if ((offset & ~7) != 0) {
          return ABSENT;
        }
      }
      int size = size(bytes, header, at);
      if (size < 0) {
        return UNKNOWN;
      }
      at += size;
    }
    return UNKNOWN;
  }

  /** How long this header is, in bytes; -2 where it is not known. */
  static int size(BytesView bytes, int header, int at) {
    if (header == FRAGMENT) {
      return 8;
    }
    int units = bytes.at(at + 1);
    if (units < 0) {
      return UNKNOWN;
    }
    return header == AUTHENTICATION ? units + 2 << 2 : units + 1 << 3;
  }

  // ipv6_ext_hdr of the same file.
  private static boolean isExtension(int header) {
    return header == HOP_BY_HOP
        || header == ROUTING
        || header == FRAGMENT
        || header == AUTHENTICATION
        || header == NONE
        || header == DESTINATION;
  }
}
