package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.function.Function;

/**
 * A range of numbers, both ends included, without sign.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record NumberRange(long low, long high) {

  /**
   * Ranges with a colon, up to this number, as {@code XTTYPE_UINT*RC} of libxtables reads them: a
   * number alone is a range of one; an end that is left out is 0 or the greatest number. Ends may
   * stand in the wrong order here; an extension that refuses that checks it.
   */
  public static ValueType<NumberRange> upTo(long max) {
    return upTo(max, NumberRange::toString);
  }

  /** The same, printed otherwise. */
  public static ValueType<NumberRange> upTo(long max, Function<NumberRange, String> printer) {
    return WordType.of((word, rule) -> parse(word, max), printer);
  }

  /**
   * Reads a range.
   *
   * @throws BadValue where it is none
   */
  public static NumberRange parse(String word, long max) throws BadValue {
    int colon = word.indexOf(':');
    if (colon < 0) {
      long only = word.isEmpty() ? 0 : end(word, word, 0, max);
      return new NumberRange(only, only);
    }
    long low = end(word.substring(0, colon), word, 0, max);
    long high = end(word.substring(colon + 1), word, max, max);
    return new NumberRange(low, high);
  }

  private static long end(String part, String word, long otherwise, long max) throws BadValue {
    if (part.isEmpty()) {
      return otherwise;
    }
    Scan scan = Scan.number(part, 0);
    if (!scan.found() || scan.end() != part.length() || !Numbers.fits(scan.value(), 0, max)) {
      throw BadValue.expected(
          "a number or a range such as 1:10, up to " + Long.toUnsignedString(max), word);
    }
    return scan.value();
  }

  /** {@code low:high}, or the number alone where both are the same. */
  @Override
  public String toString() {
    String from = Long.toUnsignedString(low);
    return low == high ? from : from + ":" + Long.toUnsignedString(high);
  }
}
