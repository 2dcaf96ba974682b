package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.ValueType;

/**
 * A probability as {@code -m statistic} keeps it.
 *
 * @param steps how many steps of 2^-31 it has, from 0 to 2^31
 */
public record Probability(long steps) {

  private static final double STEPS = 0x1p31;
  private static final int DIGITS = 11;

  /** A number from 0 to 1, printed with eleven digits behind the point. */
  public static final ValueType<Probability> TYPE =
      WordType.of(PlainWord.PROBABILITY, (word, rule) -> parse(word), Probability::toString);

  private static Probability parse(String word) throws BadValue {
    LooseDecimal number = LooseDecimal.scan(word);
    boolean whole = number.end() > 0 && number.end() == word.length();
    if (!whole || number.value() < 0 || number.value() > 1) {
      throw BadValue.expected("a probability from 0 to 1", word);
    }
    // "nan" is let through by iptables and becomes 0, as it does here.
    return new Probability(Math.round(number.value() * STEPS));
  }

  /** The number from 0 to 1. */
  public double value() {
    return steps / STEPS;
  }

  // Exact, and half-way cases to the even digit, as printf("%.11f").
  @Override
  public String toString() {
    return LooseDecimal.fixed(value(), DIGITS);
  }
}
