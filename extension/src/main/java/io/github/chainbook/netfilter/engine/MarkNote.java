package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.Truth;

/**
 * The mark that a packet had at a moment, and what was done to it since.
 *
 * @param bits what is known of the mark of then
 * @param touched the bits that were set since, to whatever
 */
record MarkNote(KnownBits bits, int touched) {

  static final MarkNote NONE = new MarkNote(KnownBits.NONE, 0);

  /** The same when these bits, too, are set. */
  MarkNote touching(int more) {
    int all = touched | more;
    return all == touched ? this : new MarkNote(bits, all);
  }

  /** The same when this is found of the mark of now: what nobody has set was so then. */
  MarkNote found(KnownBits now) {
    int same = now.known() & ~touched;
    KnownBits then = new KnownBits(bits.value() | now.value() & same, bits.known() | same);
    return new MarkNote(then, touched);
  }

  /** Whether the mark of now is another one. */
  Truth differsFrom(KnownBits now) {
    KnownBits differing = now.xor(bits);
    if (differing.value() != 0) {
      return Truth.YES;
    }
    return (touched & ~differing.known()) == 0 ? Truth.NO : Truth.UNKNOWN;
  }
}
