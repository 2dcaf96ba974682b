package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What packets must have in common for hashlimit to count them together; in printing order. */
public enum FlowKey {
  SRCIP,
  SRCPORT,
  DSTIP,
  DSTPORT;

  private static final List<String> NAMES = Stream.of(values()).map(FlowKey::toString).toList();

  /** A list with commas or bars, in any order; without any, all packets are counted together. */
  public static final ValueType<Set<FlowKey>> LIST =
      WordType.of(
          (word, rule) -> parse(word),
          keys -> keys.stream().map(FlowKey::toString).collect(Collectors.joining(",")));

  private static Set<FlowKey> parse(String word) throws BadValue {
    Set<FlowKey> keys = EnumSet.noneOf(FlowKey.class);
    StringTokenizer names = new StringTokenizer(word, ",|");
    while (names.hasMoreTokens()) {
      keys.add(values()[NAMES.indexOf(Choice.pick(names.nextToken(), NAMES))]);
    }
    return Collections.unmodifiableSet(keys);
  }

  /** As it is written, such as {@code srcip}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
