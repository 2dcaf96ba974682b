package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Options of the TCP header.
 *
 * @param kinds their numbers, 2 to 255
 */
public record TcpOptionKinds(SortedSet<Integer> kinds) {

  /** Numbers or names with commas, printed as numbers in order. */
  public static final ValueType<TcpOptionKinds> TYPE =
      WordType.of((word, rule) -> parse(word), TcpOptionKinds::toString);

  private static final Map<String, Integer> NAMES =
      Map.of("mss", 2, "wscale", 3, "sack-permitted", 4, "sack", 5, "timestamp", 8, "md5", 19);

  public TcpOptionKinds {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
  }

  private static TcpOptionKinds parse(String word) throws BadValue {
    SortedSet<Integer> kinds = new TreeSet<>();
    for (String part : word.split(",", -1)) {
      if (!kinds.add(kind(part))) {
        throw new BadValue("expected every TCP option once, found " + part + " again");
      }
    }
    return new TcpOptionKinds(kinds);
  }

  private static int kind(String part) throws BadValue {
    if (NAMES.containsKey(part)) {
      return NAMES.get(part);
    }
    Scan scan = Scan.number(part, 0);
    if (scan.found() && scan.end() == part.length() && Numbers.fits(scan.value(), 2, 255)) {
      return (int) scan.value();
    }
    throw BadValue.expected(
        "TCP options from 2 to 255 or "
            + NAMES.keySet().stream().sorted().collect(Collectors.joining(", "))
            + ", with commas",
        part,
        NAMES.keySet());
  }

  /** {@code 2,4,8}. */
  @Override
  public String toString() {
    return kinds.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
