package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a packet HMARK hashes; iptables-extensions(8), section HMARK. The order counts: of
 * several that begin with the same letters the first is meant.
 */
public enum HashedField {
  /** The connection's addresses and ports instead of the packet's. */
  CT,
  /** The source address. */
  SRC,
  /** The destination address. */
  DST,
  /** The source port. */
  SPORT,
  /** The destination port. */
  DPORT,
  /** The protocol. */
  PROTO,
  /** The security parameter index of AH and ESP. */
  SPI;

  /** Several with commas, of each its first letters, small or capital. */
  public static final ValueType<Set<HashedField>> SET =
      WordType.of(
          (word, rule) -> parse(word),
          fields -> fields.stream().map(HashedField::word).collect(Collectors.joining(",")));

  /** How it is written. */
  public String word() {
    return Letters.small(name());
  }

  private static Set<HashedField> parse(String list) throws BadValue {
    Set<HashedField> fields = EnumSet.noneOf(HashedField.class);
    for (String part : list.split(",", -1)) {
      fields.add(field(Letters.small(part), list));
    }
    return Collections.unmodifiableSet(fields);
  }

  private static HashedField field(String small, String list) throws BadValue {
    for (HashedField field : values()) {
      if (!small.isEmpty() && field.word().startsWith(small)) {
        return field;
      }
    }
    List<String> known = Arrays.stream(values()).map(HashedField::word).toList();
    throw BadValue.expected("some of " + String.join(", ", known) + ", with commas", list);
  }
}
