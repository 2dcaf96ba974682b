package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.NumberRange;

/** Numbers of a header, as far as the bytes of a packet are known. */
final class HeaderBytes {

  /** The packet ends before the number does. */
  static final int CUT = -1;

  /** A byte of the number is not known. */
  static final int UNKNOWN = -2;

  private HeaderBytes() {}

  /**
   * The number of so many bytes, 1 to 4, the highest byte first; {@link #CUT} or {@link #UNKNOWN}.
   */
  static long number(BytesView bytes, int at, int size) {
    if (isCut(bytes, at + size)) {
      return CUT;
    }
    long number = 0;
    for (int i = at; i < at + size; i++) {
      int next = bytes.at(i);
      if (next < 0) {
        return UNKNOWN;
      }
      number = number << 8 | next;
    }
    return number;
  }

  /** Whether it is certain that the packet ends before this place. */
  static boolean isCut(BytesView bytes, int end) {
    return bytes.at(end - 1) == CUT;
  }

  /** Whether the number is from low to high; UNKNOWN where it is below zero. */
  static Truth within(long number, long low, long high) {
    return number < 0 ? Truth.UNKNOWN : Truth.of(low <= number && number <= high);
  }

  /** Drops the packet ("hotdrop") and says NO: it is cut off where a match needs to read. */
  static Truth drop(PacketView packet) {
    packet.dropDamaged();
    return Truth.NO;
  }

  /**
   * Whether a number in the header of the packet's protocol lies in a range. Later fragments do not
   * have it, whether negated or not; those that end within the header are dropped.
   *
   * @param headerSize how long the header is
   * @param at where the number begins in it
   * @param size how many bytes it has
   */
  static PacketTest inRange(int headerSize, int at, int size, NumberRange range, boolean negated) {
    long low = range.low();
    long high = range.high();
    return packet -> {
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      BytesView bytes = packet.bytes();
      int header = bytes.transport();
      if (isCut(bytes, header + headerSize)) {
        return drop(packet);
      }
      return within(number(bytes, header + at, size), low, high).not(negated);
    };
  }
}
