package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;

/** Bits of the byte of type of service or traffic class. */
final class TosBits {

  private TosBits() {}

  /** Whether the bits of the mask are the value, or are not. */
  static PacketTest test(int value, int mask, boolean negated) {
    NumberSet values = NumberSet.where(0xFF, number -> (number & mask) == value != negated);
    return packet ->
        packet.isKnown(Field.TOS)
            ? Truth.of(((int) packet.number(Field.TOS) & mask) == value != negated)
            : packet.within(Field.TOS, values);
  }
}
