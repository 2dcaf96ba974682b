package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Map;

/**
 * A span of time as {@code libxt_RATEEST.c} of iptables 1.8.9 keeps it.
 *
 * @param microseconds how long it is, of 32 bits
 */
public record EstimatorTime(long microseconds) {

  private static final double PER_SECOND = 1e6;
  private static final double PER_MILLISECOND = 1e3;

  // How many microseconds, by the unit in small letters.
  private static final Map<String, Double> UNITS =
      Map.of(
          "", 1.0,
          "us", 1.0,
          "usec", 1.0,
          "usecs", 1.0,
          "ms", PER_MILLISECOND,
          "msec", PER_MILLISECOND,
          "msecs", PER_MILLISECOND,
          "s", PER_SECOND,
          "sec", PER_SECOND,
          "secs", PER_SECOND);

  /** A number with a unit such as {@code 250ms} or {@code 1.5s}; without one, of microseconds. */
  public static final ValueType<EstimatorTime> TYPE =
      WordType.of((word, rule) -> parse(word), EstimatorTime::toString);

  private static EstimatorTime parse(String word) throws BadValue {
    double microseconds = LooseDecimal.withUnit(word, UNITS, "a time such as 250ms or 0.5s");
    return new EstimatorTime(LooseDecimal.toUnsigned32(microseconds));
  }

  /** In seconds, milliseconds or microseconds, the two former with one digit behind the point. */
  @Override
  public String toString() {
    if (microseconds >= PER_SECOND) {
      return LooseDecimal.fixed(microseconds / PER_SECOND, 1) + "s";
    }
    return microseconds >= PER_MILLISECOND
        ? LooseDecimal.fixed(microseconds / PER_MILLISECOND, 1) + "ms"
        : microseconds + "us";
  }
}
