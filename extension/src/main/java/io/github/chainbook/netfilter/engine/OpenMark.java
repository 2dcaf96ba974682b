package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known of a mark, and what tests have found that it is not.
 *
 * @param bits the bits that are known
 * @param excluded values that it does not have under their masks
 */
record OpenMark(KnownBits bits, List<Mark> excluded) {

  /** Nothing is known. */
  static final OpenMark NONE = new OpenMark(KnownBits.NONE, List.of());

  static OpenMark of(KnownBits bits) {
    return new OpenMark(bits, List.of());
  }

  /** Whether it has these bits. */
  Truth has(Mark wanted) {
    Truth truth = bits.has(wanted);
    return truth == Truth.UNKNOWN && excluded.stream().anyMatch(e -> isImplied(e, wanted))
        ? Truth.NO
        : truth;
  }

  // Whether a mark that has the bits wanted must have the others, too.
  private boolean isImplied(Mark other, Mark wanted) {
    KnownBits then = bits.narrowed(wanted, true);
    return then.has(other) == Truth.YES;
  }

  /** The same when it is known to have these bits, or not to have them. */
  OpenMark narrowed(Mark wanted, boolean yes) {
    List<Mark> values =
        yes ? excluded : Stream.concat(excluded.stream(), Stream.of(wanted)).toList();
    KnownBits known = yes ? bits.narrowed(wanted, true) : bits;
    for (Mark value : values) {
      // One bit alone that is left to make the difference is the other one.
      known = known.has(value) == Truth.UNKNOWN ? known.narrowed(value, false) : known;
    }
    return new OpenMark(known, values);
  }

  /** The same when the bits of the mask are cleared and then those of the value turned. */
  OpenMark changed(Mark mark) {
    int touched = mark.mask() | mark.value();
    List<Mark> left =
        excluded.isEmpty()
            ? excluded
            : excluded.stream().filter(e -> (e.mask() & touched) == 0).toList();
    return new OpenMark(bits.changed(mark), left);
  }
}
