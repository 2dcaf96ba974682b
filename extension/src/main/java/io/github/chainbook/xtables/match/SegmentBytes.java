package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;

/** IPv6 addresses among the bytes of a packet. */
final class SegmentBytes {

  private SegmentBytes() {}

  /**
   * Whether the address at this place is the other one, as far as the mask goes.
   *
   * @param mask which bits count; null for all
   * @return NO as soon as a known byte differs, and where the packet ends before the address does
   */
  static Truth within(BytesView bytes, int at, Address other, Address mask) {
    if (HeaderBytes.isCut(bytes, at + 16)) {
      return Truth.NO;
    }
    Truth same = Truth.YES;
    for (int i = 0; i < 16; i++) {
      int bits = mask == null ? 0xFF : part(mask, i);
      int found = bytes.at(at + i);
      if (bits != 0 && found < 0) {
        same = Truth.UNKNOWN;
      } else if (((found ^ part(other, i)) & bits) != 0) {
        return Truth.NO;
      }
    }
    return same;
  }

  private static int part(Address address, int index) {
    long half = index < 8 ? address.high() : address.low();
    return (int) (half >>> 56 - 8 * (index & 7)) & 0xFF;
  }
}
