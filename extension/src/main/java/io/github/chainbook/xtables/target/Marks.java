package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.value.Mark;

/** How targets change a packet's mark. */
final class Marks {

  private Marks() {}

  /**
   * Clears the bits of the mask, then turns those of the value. What was not known of the other
   * bits stays so.
   */
  static void change(PacketEdit packet, Mark mark) {
    if (mark.mask() != 0 || mark.value() != 0) {
      packet.changeMark(mark);
    }
  }
}
