package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.regex.Pattern;

/**
 * Users or groups by number.
 *
 * @param low the lowest
 * @param high the highest
 */
public record IdRange(long low, long high) {

  private static final long MAX = Numbers.MAX_32 - 1;

  /** LOGIN_NAME_MAX less its terminating zero; bits/local_lim.h of the GNU C library. */
  private static final int MAX_NAME = 255;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*\\$?");

  /**
   * A number, a range with {@code -} or {@code :}, or a name. Of names only {@code root} is known:
   * the others are the loading machine's.
   */
  public static final ValueType<IdRange> TYPE =
      WordType.of((word, rule) -> parse(word), IdRange::toString);

  private static IdRange parse(String word) throws BadValue {
    if (word.equals("root")) {
      return new IdRange(0, 0);
    }
    Scan from = Scan.number(word, 0);
    if (from.found() && Numbers.fits(from.value(), 0, MAX)) {
      if (from.end() == word.length()) {
        return new IdRange(from.value(), from.value());
      }
      char separator = word.charAt(from.end());
      Scan to = Scan.number(word, from.end() + 1);
      boolean range = separator == '-' || separator == ':';
      if (range && to.found() && to.end() == word.length() && Numbers.fits(to.value(), 0, MAX)) {
        return new IdRange(from.value(), to.value());
      }
    }
    if (word.length() <= MAX_NAME && NAME.matcher(word).matches()) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the number of " + word);
    }
    throw BadValue.expected("a number from 0 to " + MAX + ", a range or a name", word);
  }

  /** {@code low-high}, or the number alone where both are the same. */
  @Override
  public String toString() {
    return low == high ? String.valueOf(low) : low + "-" + high;
  }
}
