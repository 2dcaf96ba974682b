package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.Mark;

/**
 * What {@code CONNMARK} does to the connection's mark, in the form of {@code --set-xmark}: the
 * mask's bits are cleared, then the value is XORed.
 */
final class ConnmarkBits {

  private ConnmarkBits() {}

  /** What holds after an option, in the order in which they are written. */
  static Mark after(RuleOption option, Mark before) {
    return option
        .meaning(ConnmarkTarget.SET_XMARK)
        .or(
            () ->
                option
                    .meaning(ConnmarkTarget.SET_MARK)
                    .map(set -> new Mark(set.value(), set.value() | set.mask())))
        .or(
            () ->
                option.meaning(ConnmarkTarget.AND_MARK).map(bits -> new Mark(0, ~bits.intValue())))
        .or(
            () ->
                option
                    .meaning(ConnmarkTarget.OR_MARK)
                    .map(bits -> new Mark(bits.intValue(), bits.intValue())))
        .or(() -> option.meaning(ConnmarkTarget.XOR_MARK).map(bits -> new Mark(bits.intValue(), 0)))
        .or(
            () ->
                option
                    .meaning(ConnmarkTarget.CTMASK)
                    .or(() -> option.meaning(ConnmarkTarget.MASK))
                    .map(bits -> new Mark(before.value(), bits.intValue())))
        .orElse(before);
  }
}
