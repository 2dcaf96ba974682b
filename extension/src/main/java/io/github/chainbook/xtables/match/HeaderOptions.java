package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Truth;

/** Options behind the header of TCP and DCCP: a kind, then a length unless the kind is 0 or 1. */
final class HeaderOptions {

  private HeaderOptions() {}

  /**
   * Whether there is an option of this kind; tcp_find_option in net/netfilter/xt_tcpudp.c and
   * dccp_find_option in net/netfilter/xt_dccp.c.
   *
   * @param from where the options begin
   * @param end where they end; all bytes before that are there, if known or not
   */
  static Truth has(BytesView bytes, int from, int end, int kind) {
    int at = from;
    while (at < end) {
      int found = bytes.at(at);
      if (found == kind) {
        return Truth.YES;
      }
      if (found < 0) {
        return Truth.UNKNOWN;
      }
      at = next(bytes, at, end, found);
      if (at < 0) {
        return Truth.UNKNOWN;
      }
    }
    return Truth.NO;
  }

  /** Where the option behind this one begins; -2 where that is not known. */
  static int next(BytesView bytes, int at, int end, int kind) {
    // What would be the length of an option in the last byte is not the header's any more.
    if (kind < 2 || at + 1 >= end) {
      return at + 1;
    }
    int length = bytes.at(at + 1);
    return length < 0 ? HeaderBytes.UNKNOWN : at + Math.max(length, 1);
  }
}
