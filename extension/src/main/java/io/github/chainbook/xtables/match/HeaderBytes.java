package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
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

  /**
   * Whether a number of the header is from low to high. Where the packet does not have it as a
   * field, behind extension headers of IPv6 for example, its bytes tell.
   *
   * @param at where it begins in the header
   * @param size how many bytes it has
   */
  static Truth within(PacketView packet, Field field, int at, int size, long low, long high) {
    if (packet.has(field)) {
      return packet.within(field, low, high);
    }
    BytesView bytes = packet.bytes();
    return within(number(bytes, bytes.transport() + at, size), low, high);
  }

  /** The same for a set of numbers. */
  static Truth within(PacketView packet, Field field, int at, int size, NumberSet set) {
    if (packet.has(field)) {
      return packet.within(field, set);
    }
    BytesView bytes = packet.bytes();
    long number = number(bytes, bytes.transport() + at, size);
    return number < 0 ? Truth.UNKNOWN : Truth.of(set.contains(number));
  }

  /**
   * Whether it is certain that the packet ends within its header.
   *
   * @param field one that only packets with the whole header have, which saves a look at the bytes
   */
  static boolean isCut(PacketView packet, Field field, int size) {
    if (packet.has(field)) {
      return false;
    }
    BytesView bytes = packet.bytes();
    return isCut(bytes, bytes.transport() + size);
  }

  /** Drops the packet ("hotdrop") and says NO: it is cut off where a match needs to read. */
  static Truth drop(PacketView packet) {
    packet.dropDamaged();
    return Truth.NO;
  }

  /** The same where it is sure that the match gets so far; else UNKNOWN. */
  static Truth drop(PacketView packet, Truth before) {
    return before == Truth.YES ? drop(packet) : Truth.UNKNOWN;
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
