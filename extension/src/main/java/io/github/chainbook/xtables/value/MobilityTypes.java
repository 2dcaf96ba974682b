package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.Optional;

/** Types of the IPv6 mobility header; RFC 6275, section 6.1, and {@code ip6tables -m mh -h}. */
public final class MobilityTypes {

  private static final int MAX = 255;

  /** Every type. */
  public static final NumberRange ALL = new NumberRange(0, MAX);

  /** A type by name or number, or a range with a colon whose ends may be open. */
  public static final ValueType<NumberRange> RANGE =
      WordType.of((word, rule) -> range(word), NumberRange::toString);

  /** The long and the short name of each type, from 0 on. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("binding-refresh-request", "brr"),
          List.of("home-test-init", "hoti"),
          List.of("careof-test-init", "coti"),
          List.of("home-test", "hot"),
          List.of("careof-test", "cot"),
          List.of("binding-update", "bu"),
          List.of("binding-acknowledgement", "ba"),
          List.of("binding-error", "be"));

  private MobilityTypes() {}

  private static NumberRange range(String word) throws BadValue {
    int colon = word.indexOf(':');
    if (colon < 0) {
      long only = type(word);
      return new NumberRange(only, only);
    }
    String from = word.substring(0, colon);
    String to = word.substring(colon + 1);
    long low = from.isEmpty() ? 0 : type(from);
    long high = to.isEmpty() ? MAX : type(to);
    if (low > high) {
      throw BadValue.expected("a range whose first type is not above its last", word);
    }
    return new NumberRange(low, high);
  }

  // A whole name goes before the beginnings of names, of which the first one counts, so that even
  // the empty word is one.
  private static long type(String word) throws BadValue {
    int begun = -1;
    for (int type = 0; type < NAMES.size(); type++) {
      for (String name : NAMES.get(type)) {
        if (Letters.same(word, name)) {
          return type;
        }
        begun = begun < 0 && Letters.begins(word, name) ? type : begun;
      }
    }
    return begun >= 0 ? begun : number(word);
  }

  private static long number(String word) throws BadValue {
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    if (!scan.found() || scan.end() != word.length() || !Numbers.fits(scan.value(), 0, MAX)) {
      throw BadValue.expected(
          "a mobility header's type, by name such as binding-update or from 0 to " + MAX, word);
    }
    return scan.value();
  }

  /** The long name of a type, if it has one. */
  public static Optional<String> name(long type) {
    boolean named = type >= 0 && type < NAMES.size();
    return named ? Optional.of(NAMES.get((int) type).get(0)) : Optional.empty();
  }
}
