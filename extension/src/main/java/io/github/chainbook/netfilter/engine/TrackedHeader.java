package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.packet.BytesView;

/**
 * The header behind the extension headers of an IPv6 packet, as connection tracking finds it:
 * ipv6_skip_exthdr of net/ipv6/exthdrs_core.c, which also goes through AH and finds nothing behind
 * a header that says that none follows.
 *
 * @param protocol its number; {@link #NONE} where there is none
 * @param at where it begins
 */
record TrackedHeader(int protocol, int at) {

  /** What stands for the protocol of a packet that is not tracked. */
  static final int NONE = -1;

  private static final int NO_NEXT = 59;
  private static final int FRAGMENT = 44;
  private static final int FIRST = 40;
  private static final TrackedHeader NOTHING = new TrackedHeader(NONE, 0);

  /** Whether a packet with this first header is looked through. */
  static boolean mayFollow(int number) {
    return number == NO_NEXT || ExtensionHeaderWalk.isExtension(number);
  }

  /** The header of a packet whose first header has this number. */
  static TrackedHeader of(BytesView bytes, int first) {
    return from(bytes, first, FIRST);
  }

  private static TrackedHeader from(BytesView bytes, int first, int start) {
    int next = first;
    int at = start;
    while (mayFollow(next)) {
      if (next == NO_NEXT || bytes.at(at + (next == FRAGMENT ? 3 : 1)) < 0) {
        return NOTHING;
      }
      if (next == FRAGMENT && offset(bytes, at) != 0) {
        return NOTHING;
      }
      int size = ExtensionHeaderWalk.size(next, bytes.at(at + 1));
      next = bytes.at(at);
      at += size;
    }
    return new TrackedHeader(next, at);
  }

  /** Whether the packet is a fragment that is held, or one that is dropped for what it says. */
  static boolean isHeld(BytesView bytes, int first) {
    int next = first;
    int at = FIRST;
    // find_prev_fhdr of net/ipv6/netfilter/nf_conntrack_reasm.c
    while (next != FRAGMENT) {
      if (!ExtensionHeaderWalk.isExtension(next) || bytes.at(at + 1) < 0) {
        return false;
      }
      int size = ExtensionHeaderWalk.size(next, bytes.at(at + 1));
      next = bytes.at(at);
      at += size;
    }
    int rest = bytes.length() - at - 8;
    boolean more = bytes.at(at + 3) >= 0 && (bytes.at(at + 3) & 1) != 0;
    // nf_ct_frag6_queue lets pass what is no multiple of eight bytes, though more follows.
    boolean passes = rest < 0 || more && rest % 8 != 0 || from(bytes, next, at).isCutOff(bytes);
    return !passes && (more || offset(bytes, at) != 0 || rest == 0);
  }

  // ipv6frag_thdr_truncated of net/ipv6/reassembly.c: such fragments pass as they are.
  private boolean isCutOff(BytesView bytes) {
    int size =
        switch (protocol) {
          case NONE -> 0;
          case Protocols.TCP -> 20;
          case Protocols.UDP, Protocols.ICMPV6 -> 8;
          default -> 1;
        };
    return at + size > bytes.length();
  }

  private static int offset(BytesView bytes, int at) {
    return bytes.at(at + 2) << 8 | bytes.at(at + 3) & 0xF8;
  }
}
