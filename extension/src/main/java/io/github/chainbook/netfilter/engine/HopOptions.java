package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.BytesView;

/**
 * Whether IPv6 takes a packet's hop-by-hop options when it comes in; with bad ones the packet never
 * comes to a hook: ip6_parse_tlv of net/ipv6/exthdrs.c.
 */
final class HopOptions {

  private static final int FIXED_HEADER = 40;

  /** More padding in a row than this is an attack. */
  private static final int MAX_PADDING = 7;

  /** The sysctl max_hbh_opts_number, as it is unless somebody changes it. */
  private static final int MAX_OPTIONS = 8;

  private static final int PAD1 = 0;
  private static final int PADN = 1;
  private static final int ROUTER_ALERT = 5;
  private static final int JUMBO = 0xC2;

  private HopOptions() {}

  /** Whether the options are taken; true where the bytes are not known. */
  static boolean areTaken(BytesView bytes) {
    if (bytes.length() < 0) {
      return true;
    }
    int left = (bytes.at(FIXED_HEADER + 1) + 1) * 8;
    if (bytes.length() < FIXED_HEADER + 8 || bytes.length() < FIXED_HEADER + left) {
      return false;
    }
    int at = FIXED_HEADER + 2;
    left -= 2;
    int padding = 0;
    int options = 0;
    while (left > 0) {
      int type = bytes.at(at);
      int size = type == PAD1 ? 1 : left < 2 ? 0 : bytes.at(at + 1) + 2;
      boolean pads = type == PAD1 || type == PADN;
      padding = pads ? padding + size : 0;
      options += pads ? 0 : 1;
      if (size == 0
          || size > left
          || padding > MAX_PADDING
          || options > MAX_OPTIONS
          || !isTaken(bytes, type, at, size)) {
        return false;
      }
      at += size;
      left -= size;
    }
    return true;
  }

  private static boolean isTaken(BytesView bytes, int type, int at, int size) {
    return switch (type) {
      case PAD1 -> true;
      case PADN -> isZero(bytes, at + 2, at + size);
      case ROUTER_ALERT -> size == 4;
      case JUMBO -> false; // none of our packets is that long
      default -> type >> 6 == 0;
    };
  }

  private static boolean isZero(BytesView bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes.at(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
