package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Types of DCCP packets in the order of their numbers; RFC 4340, section 5.1. */
public enum DccpType {
  REQUEST,
  RESPONSE,
  DATA,
  ACK,
  DATAACK,
  CLOSEREQ,
  CLOSE,
  RESET,
  SYNC,
  SYNCACK,
  /** All numbers from 10 to 15. */
  INVALID;

  /** A list with commas, which may be empty. */
  public static final ValueType<Set<DccpType>> SET =
      WordType.of((word, rule) -> set(word), DccpType::print);

  private static final List<String> NAMES = Arrays.stream(values()).map(DccpType::name).toList();

  private static Set<DccpType> set(String word) throws BadValue {
    Set<DccpType> types = EnumSet.noneOf(DccpType.class);
    StringTokenizer names = new StringTokenizer(word, ",");
    while (names.hasMoreTokens()) {
      types.add(named(names.nextToken()));
    }
    return Collections.unmodifiableSet(types);
  }

  private static DccpType named(String name) throws BadValue {
    String wanted = Letters.small(name);
    for (DccpType type : values()) {
      if (Letters.small(type.name()).equals(wanted)) {
        return type;
      }
    }
    throw new BadValue(
        "expected types of DCCP packets of "
            + String.join(", ", NAMES)
            + ", with commas, found '"
            + name
            + "'"
            + DidYouMean.hint(name, NAMES));
  }

  private static String print(Set<DccpType> types) {
    return types.stream().map(DccpType::name).collect(Collectors.joining(","));
  }
}
