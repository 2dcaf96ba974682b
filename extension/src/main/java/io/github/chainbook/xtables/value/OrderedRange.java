package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/**
 * Ranges of numbers with a colon whose ends must stand in order. iptables 1.8.9 takes {@code 4:3}
 * for most of them, as a range without numbers; netfilter's test lists ask that it is refused.
 */
public final class OrderedRange {

  private OrderedRange() {}

  /** A number, or a range whose open ends are 0 and this number. */
  public static ValueType<NumberRange> upTo(long max) {
    return WordType.of((word, rule) -> parse(word, max), NumberRange::toString);
  }

  /**
   * Reads a range.
   *
   * @throws BadValue where it is none, or its lower end is the higher one
   */
  public static NumberRange parse(String word, long max) throws BadValue {
    NumberRange range = NumberRange.parse(word, max);
    if (Long.compareUnsigned(range.low(), range.high()) > 0) {
      throw BadValue.expected("a range whose first number is not above its last", word);
    }
    return range;
  }
}
