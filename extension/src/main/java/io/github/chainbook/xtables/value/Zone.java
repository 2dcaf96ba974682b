package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/**
 * A zone of connection tracking, which tells connections with the same addresses apart;
 * iptables-extensions(8), section CT.
 *
 * @param id its number; 0 is the zone of all that has none
 * @param byMark whether the packet's mark is its number instead
 */
public record Zone(int id, boolean byMark) {

  private static final int MAX = 65535;

  /** A number, or the word {@code mark}. */
  public static final ValueType<Zone> TYPE =
      WordType.of((word, rule) -> parse(word), Zone::toString);

  private static Zone parse(String word) throws BadValue {
    if (Letters.same(word, "mark")) {
      return new Zone(0, true);
    }
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, MAX)) {
      return new Zone((int) scan.value(), false);
    }
    throw BadValue.expected(Numbers.bounds(0, MAX) + " or the word mark", word);
  }

  /** Whether it is the zone of all that has none. */
  public boolean isDefault() {
    return id == 0 && !byMark;
  }

  @Override
  public String toString() {
    return byMark ? "mark" : String.valueOf(id);
  }
}
