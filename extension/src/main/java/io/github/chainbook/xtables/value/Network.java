package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import java.util.Optional;

/**
 * An address with a mask, which need not be contiguous; the bits behind the mask are cleared where
 * iptables clears them.
 *
 * @param address the address
 * @param mask which bits count
 */
public record Network(Address address, Address mask) {

  /** {@code address[/mask]}, the bits behind the mask kept ({@code XTTYPE_HOSTMASK}). */
  public static final ValueType<Network> TYPE =
      WordType.of((word, rule) -> parse(word, rule.family()), Network::toString);

  /** {@code -s} and {@code -d}: the bits behind the mask are cleared, host names are unresolved. */
  public static final ValueType<Network> OF_RULE =
      WordType.of((word, rule) -> ofRule(word, rule.family()), Network::toString);

  /** A length or a mask alone ({@code XTTYPE_PLENMASK}), as a mask. */
  public static final ValueType<Address> MASK =
      WordType.of((word, rule) -> mask(word, rule.family()), Network::maskText);

  /**
   * Reads {@code address[/length]} or {@code address/mask}.
   *
   * @throws BadValue where it is none of this family
   */
  public static Network parse(String word, Family family) throws BadValue {
    int slash = word.lastIndexOf('/');
    if (slash < 0) {
      return new Network(Address.parse(word, family), Address.mask(family, Address.bits(family)));
    }
    Address mask = mask(word.substring(slash + 1), family);
    return new Network(Address.parse(word.substring(0, slash), family), mask);
  }

  // A mask of no bits makes the name before it irrelevant: xtables_ipparse_multiple of libxtables.
  private static Network ofRule(String word, Family family) throws BadValue {
    int slash = word.lastIndexOf('/');
    String name = slash < 0 ? word : word.substring(0, slash);
    Address mask =
        slash < 0
            ? Address.mask(family, Address.bits(family))
            : mask(word.substring(slash + 1), family);
    if (mask.isZero()) {
      return new Network(Address.zero(family), mask);
    }
    Optional<Address> address = Address.find(name, family);
    if (address.isPresent()) {
      return new Network(address.get(), mask).cleared();
    }
    if (name.equals("localhost")) {
      Address loopback =
          family == Family.IPV4 ? Address.ipv4(0x7F000001) : new Address(family, 0, 1);
      return new Network(loopback, mask).cleared();
    }
    if (isHostName(name)) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the address of " + name);
    }
    throw BadValue.expected(Address.expected(family) + ", with or without a mask", word);
  }

  private static boolean isHostName(String name) {
    return name.length() < 256
        && name.matches("(?=.*[A-Za-z])[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");
  }

  /**
   * Reads a mask: a length, or an address whose bits are the mask.
   *
   * @throws BadValue where it is neither
   */
  public static Address mask(String word, Family family) throws BadValue {
    Optional<Address> dotted =
        family == Family.IPV4 ? Ipv4Text.parse(word, false) : Ipv6Text.parse(word);
    if (dotted.isPresent()) {
      return dotted.get();
    }
    int bits = Address.bits(family);
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    if (!scan.found() || scan.end() != word.length() || !Numbers.fits(scan.value(), 0, bits)) {
      throw BadValue.expected("a mask: a length from 0 to " + bits + " or an address", word);
    }
    return Address.mask(family, (int) scan.value());
  }

  /** The same with the bits behind the mask cleared. */
  public Network cleared() {
    return new Network(address.and(mask), mask);
  }

  /** Whether an address is in it. */
  public boolean contains(Address other) {
    return other.and(mask).equals(address.and(mask));
  }

  /** The mask's length, or the mask where it is not contiguous. */
  public static String maskText(Address mask) {
    int length = mask.prefixLength();
    return length >= 0 ? String.valueOf(length) : mask.toString();
  }

  /** {@code address/length}, or {@code address/mask}. */
  @Override
  public String toString() {
    return address + "/" + maskText(mask);
  }
}
