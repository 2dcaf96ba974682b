package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.value.Mark;

/** How targets change a packet's mark. */
final class Marks {

  private static final long ALL = 0xFFFFFFFFL;

  private Marks() {}

  /**
   * Clears the bits of the mask, then turns those of the value. What was not known stays so, unless
   * no bit of it is left.
   */
  static void change(PacketEdit packet, Mark mark) {
    if (mark.mask() == -1) {
      packet.set(Field.MARK, mark.value() & ALL);
    } else if (packet.isKnown(Field.MARK)) {
      packet.set(Field.MARK, (packet.number(Field.MARK) & ~mark.mask() ^ mark.value()) & ALL);
    } else if (mark.mask() != 0 || mark.value() != 0) {
      packet.forget(Field.MARK);
    }
  }
}
