package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An address, or a mask over addresses.
 *
 * @param family which it is of
 * @param high the upper 64 bits; 0 in IPv4
 * @param low the lower 64 bits; in IPv4 the address, in the lower 32 of them
 */
public record Address(Family family, long high, long low) {

  private static final List<Address> IPV4_MASKS = masks(Family.IPV4);
  private static final List<Address> IPV6_MASKS = masks(Family.IPV6);

  /** The address, mask or name that is zero. */
  public static Address zero(Family family) {
    return new Address(family, 0, 0);
  }

  /** An IPv4 address. */
  public static Address ipv4(long bits) {
    return new Address(Family.IPV4, 0, bits & 0xFFFFFFFFL);
  }

  /** The mask whose first so many bits are set. */
  public static Address mask(Family family, int length) {
    return (family == Family.IPV4 ? IPV4_MASKS : IPV6_MASKS).get(length);
  }

  private static List<Address> masks(Family family) {
    List<Address> masks = new ArrayList<>();
    for (int length = 0; length <= bits(family); length++) {
      masks.add(makeMask(family, length));
    }
    return masks;
  }

  private static Address makeMask(Family family, int length) {
    if (family == Family.IPV4) {
      return ipv4(0xFFFFFFFFL << (32 - length));
    }
    long high = length >= 64 ? -1L : length == 0 ? 0 : -1L << (64 - length);
    long low = length <= 64 ? 0 : -1L << (128 - length);
    return new Address(family, high, low);
  }

  /**
   * Reads an address as {@code -s} does: {@code 10.1} is 10.1.0.0, and names of hosts are none.
   *
   * @throws BadValue where it is none of this family
   */
  public static Address parse(String word, Family family) throws BadValue {
    return find(word, family).orElseThrow(() -> BadValue.expected(expected(family), word));
  }

  static String expected(Family family) {
    return family == Family.IPV4
        ? "an IPv4 address such as 10.0.0.1"
        : "an IPv6 address such as 2001:db8::1";
  }

  /** Reads an address as {@link #parse} does; empty where it is none of this family. */
  public static Optional<Address> find(String word, Family family) {
    return family == Family.IPV4 ? Ipv4Text.parse(word, true) : Ipv6Text.parse(word);
  }

  /** The bits that both have. */
  public Address and(Address other) {
    return new Address(family, high & other.high, low & other.low);
  }

  /** Whether all bits are zero. */
  public boolean isZero() {
    return high == 0 && low == 0;
  }

  /** How many leading bits are set, if no other bit is: the mask's length; else -1. */
  public int prefixLength() {
    int length = Long.bitCount(high) + Long.bitCount(low);
    return equals(mask(family, length)) ? length : -1;
  }

  /** How many bits an address of the family has. */
  public static int bits(Family family) {
    return family == Family.IPV4 ? 32 : 128;
  }

  /** Compares as numbers without sign. */
  public int compareUnsigned(Address other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  // What javac makes of it is made anew, at the cost of some hundredths of a second, in each run.
  @Override
  public boolean equals(Object other) {
    return other instanceof Address address
        && family == address.family
        && high == address.high
        && low == address.low;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(31 * high + low);
  }

  /** As {@code inet_ntop} prints it. */
  @Override
  public String toString() {
    return family == Family.IPV4 ? Ipv4Text.print(low) : Ipv6Text.print(high, low);
  }
}
