package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.PlainWord;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Optional;

/**
 * An address with a mask, which need not be contiguous; the bits behind the mask are cleared where
 * iptables clears them.
 *
 * @param address the address
 * @param mask which bits count
 */
public record Network(Address address, Address mask) {

  /** {@code -s} and {@code -d}: the bits behind the mask are cleared, host names are unresolved. */
  public static final ValueType<Network> OF_RULE =
      WordType.of(
          PlainWord.NETWORK, (word, rule) -> ofRule(word, rule.family()), Network::toString);

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
    Optional<Address> numeric = Address.find(name, family);
    Optional<Address> address = numeric.isPresent() ? numeric : HostName.find(name, family);
    return address
        .map(found -> new Network(found, mask).cleared())
        .orElseThrow(
            () -> BadValue.expected(Address.expected(family) + ", with or without a mask", word));
  }

  // A length, or an address whose bits are the mask; they need not be in a row.
  private static Address mask(String word, Family family) throws BadValue {
    Optional<Address> dotted =
        family == Family.IPV4 ? Ipv4Text.parse(word, false) : Ipv6Text.parse(word);
    if (dotted.isPresent()) {
      return dotted.get();
    }
    int bits = Address.bits(family);
    Scan scan = Scan.number(word, 0);
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
