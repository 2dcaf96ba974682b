package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;

/**
 * Looks for bytes in a packet; skb_find_text in net/core/skbuff.c. Both algorithms find the same in
 * a packet that lies in one piece.
 */
final class StringSearch implements PacketTest {

  /** How far is looked where it is not known how long the packet is. */
  private static final int IN_ANY_PACKET = 128;

  private final int[] pattern;
  private final int from;
  private final int to;
  private final boolean ignoreCase;

  /**
   * A search.
   *
   * @param from where the first byte may be, from the IP header on
   * @param to before which the last byte must be
   */
  StringSearch(byte[] pattern, int from, int to, boolean ignoreCase) {
    this.pattern = new int[pattern.length];
    for (int i = 0; i < pattern.length; i++) {
      this.pattern[i] = ignoreCase ? capital(pattern[i] & 0xFF) : pattern[i] & 0xFF;
    }
    this.from = from;
    this.to = to;
    this.ignoreCase = ignoreCase;
  }

  @Override
  public Truth test(PacketView packet) {
    BytesView bytes = packet.bytes();
    int length = bytes.length();
    int end = Math.min(length < 0 ? IN_ANY_PACKET : length, to) - pattern.length;
    Truth found = Truth.of(false);
    for (int at = from; at <= end; at++) {
      Truth here = isAt(bytes, at);
      if (here == Truth.YES) {
        return here;
      }
      found = found.or(here);
    }
    return length < 0 && from + pattern.length <= to ? Truth.UNKNOWN : found;
  }

  private Truth isAt(BytesView bytes, int at) {
    Truth same = Truth.YES;
    for (int i = 0; i < pattern.length; i++) {
      int found = bytes.at(at + i);
      if (found < 0) {
        same = Truth.UNKNOWN;
      } else if ((ignoreCase ? capital(found) : found) != pattern[i]) {
        return Truth.NO;
      }
    }
    return same;
  }

  // lib/ctype.c knows the letters of ISO 8859-1, and takes ß and ÿ for small ones as well.
  private static int capital(int letter) {
    boolean isSmall =
        letter >= 'a' && letter <= 'z' || letter >= 0xDF && letter <= 0xFF && letter != 0xF7;
    return isSmall ? letter - 0x20 : letter;
  }
}
