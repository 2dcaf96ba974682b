package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the routing tables say of an address, in the order of linux/rtnetlink.h;
 * iptables-extensions(8), section addrtype.
 */
public enum AddressType {
  /** None, such as 0.0.0.0. */
  UNSPEC,
  /** One host. */
  UNICAST,
  /** An address of this machine. */
  LOCAL,
  /** All hosts of a network. */
  BROADCAST,
  /** One of several hosts. */
  ANYCAST,
  /** A group of hosts. */
  MULTICAST,
  /** Dropped without an answer. */
  BLACKHOLE,
  /** Answered as unreachable. */
  UNREACHABLE,
  /** Answered as prohibited. */
  PROHIBIT,
  /** Looked for in the next routing table. */
  THROW,
  /** Translated by the routing table. */
  NAT,
  /** Left to a program to resolve. */
  XRESOLVE;

  private static final List<String> NAMES = Stream.of(values()).map(Enum::name).toList();

  /** Types with commas, printed in this order. */
  public static final ValueType<Set<AddressType>> LIST =
      WordType.of(
          (word, rule) -> parse(word),
          types -> types.stream().map(Enum::name).collect(Collectors.joining(",")));

  private static Set<AddressType> parse(String list) throws BadValue {
    EnumSet<AddressType> types = EnumSet.noneOf(AddressType.class);
    for (String word : list.split(",", -1)) {
      types.add(named(word));
    }
    return Collections.unmodifiableSet(types);
  }

  // The beginning of a name will do, in letters of any case, and the first such name is meant.
  private static AddressType named(String word) throws BadValue {
    boolean ascii = !word.isEmpty() && word.chars().allMatch(c -> c < 0x80);
    String begun = ascii ? word.toUpperCase(Locale.ROOT) : word;
    for (AddressType type : values()) {
      if (ascii && type.name().startsWith(begun)) {
        return type;
      }
    }
    throw new BadValue(
        "expected types of "
            + String.join(", ", NAMES)
            + ", with commas, found '"
            + word
            + "'"
            + DidYouMean.hint(word, NAMES));
  }
}
