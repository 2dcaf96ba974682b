package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.EnumSet;
import java.util.Set;

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
      EnumWords.shortList(EnumSet.allOf(HashedField.class), "");

  /** As it is written, such as {@code sport}. */
  @Override
  public String toString() {
    return EnumWords.lowerCase(this);
  }
}
