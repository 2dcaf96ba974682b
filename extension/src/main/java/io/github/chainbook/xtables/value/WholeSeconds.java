package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/** A number of seconds that C's {@code atoi} reads: what stands behind its digits is ignored. */
public final class WholeSeconds {

  /** A number from 1 to 2^31 - 1. */
  public static final ValueType<Long> TYPE =
      WordType.of((word, rule) -> parse(word), String::valueOf);

  private WholeSeconds() {}

  private static long parse(String word) throws BadValue {
    int seconds = (int) CNumber.signed(word);
    if (seconds <= 0) {
      throw BadValue.expected("a number of seconds from 1", word);
    }
    return seconds;
  }
}
