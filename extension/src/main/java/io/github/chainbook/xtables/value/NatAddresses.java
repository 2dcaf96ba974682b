package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;

/**
 * The addresses that NAT chooses from. The ends may stand in the wrong order: iptables does not
 * mind.
 *
 * @param low the first
 * @param high the last, which is meant as well
 */
public record NatAddresses(Address low, Address high) {

  /**
   * Reads {@code address} or {@code address-address}.
   *
   * @throws BadValue where an address is none of this family
   */
  public static NatAddresses parse(String word, Family family) throws BadValue {
    int dash = word.indexOf('-');
    Address low = address(dash < 0 ? word : word.substring(0, dash), family);
    return new NatAddresses(low, dash < 0 ? low : address(word.substring(dash + 1), family));
  }

  // As inet_pton reads them: in IPv4 four decimal numbers without leading zeros.
  private static Address address(String word, Family family) throws BadValue {
    boolean strict = family == Family.IPV6 || Ipv4Text.isStrict(word);
    if (!strict) {
      throw BadValue.expected(Address.expected(family), word);
    }
    return Address.parse(word, family);
  }

  /** {@code low-high}, or the address alone where both are the same. */
  @Override
  public String toString() {
    return low.equals(high) ? low.toString() : low + "-" + high;
  }
}
