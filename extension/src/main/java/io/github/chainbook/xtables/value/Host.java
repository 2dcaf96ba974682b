package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import java.util.Optional;

/**
 * Addresses as {@code getaddrinfo} of the GNU C library reads them, which many extensions ask,
 * while {@code -s} and {@code -d} have rules of their own: {@code 10.1} is 10.0.0.1 here, and
 * 10.1.0.0 there.
 */
public final class Host {

  /** One address without a mask ({@code XTTYPE_HOST} of libxtables). */
  public static final ValueType<Address> TYPE =
      WordType.of((word, rule) -> parse(word, rule.family()), Address::toString);

  private Host() {}

  /**
   * Reads an address. Names of hosts are unresolved, but for {@code localhost}.
   *
   * @throws BadValue where it is none of this family
   */
  public static Address parse(String word, Family family) throws BadValue {
    Optional<Address> numeric = NumericHost.find(word, family);
    if (numeric.isPresent()) {
      return numeric.get();
    }
    if (family == Family.IPV6 && NumericHost.isInNamedZone(word)) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the interface of " + word);
    }
    // A number of the other family is no name.
    Optional<Address> named =
        NumericHost.find(word).isPresent() ? Optional.empty() : HostName.find(word, family);
    return named.orElseThrow(() -> BadValue.expected(Address.expected(family), word));
  }
}
