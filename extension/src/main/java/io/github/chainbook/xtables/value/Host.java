package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Optional;

/**
 * Addresses as {@code getaddrinfo} of the GNU C library reads them, which many extensions ask,
 * while {@code -s} and {@code -d} have rules of their own: {@code 10.1} is 10.0.0.1 here. Names of
 * hosts are unresolved, but for {@code localhost}.
 */
public final class Host {

  /** One address without a mask ({@code XTTYPE_HOST} of libxtables). */
  public static final ValueType<Address> TYPE =
      WordType.of((word, rule) -> parse(word, rule.family()), Address::toString);

  /**
   * {@code address[/mask]}, the bits behind the mask kept ({@code XTTYPE_HOSTMASK}). A mask that is
   * not contiguous stands for all bits: {@code xtopt_parse_plenmask} of libxtables 1.8.9.
   */
  public static final ValueType<Network> WITH_MASK =
      WordType.of((word, rule) -> network(word, rule.family()), Network::toString);

  private Host() {}

  /**
   * Reads an address.
   *
   * @throws BadValue where it is none of this family
   */
  public static Address parse(String word, Family family) throws BadValue {
    Optional<Address> numeric = numeric(word, family);
    if (numeric.isPresent()) {
      return numeric.get();
    }
    if (word.equals("localhost")) {
      return family == Family.IPV4 ? Address.ipv4(0x7F000001) : new Address(family, 0, 1);
    }
    if (isHostName(word) || family == Family.IPV6 && hasZone(word)) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the address of " + word);
    }
    throw BadValue.expected(Address.expected(family), word);
  }

  /**
   * Reads an address with or without a mask.
   *
   * @throws BadValue where it is none of this family
   */
  public static Network network(String word, Family family) throws BadValue {
    int slash = word.indexOf('/');
    int bits = Address.bits(family);
    int length = slash < 0 ? bits : length(word.substring(slash + 1), family);
    Address address = parse(slash < 0 ? word : word.substring(0, slash), family);
    return new Network(address, Address.mask(family, length));
  }

  private static int length(String word, Family family) throws BadValue {
    int bits = Address.bits(family);
    Scan scan = Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, bits)) {
      return (int) scan.value();
    }
    Address mask =
        numeric(word, family)
            .orElseThrow(
                () ->
                    BadValue.expected(
                        "a mask: a length from 0 to " + bits + " or an address", word));
    return mask.prefixLength() < 0 ? bits : mask.prefixLength();
  }

  private static Optional<Address> numeric(String word, Family family) {
    return family == Family.IPV4 ? ipv4(word) : Address.find(word, family);
  }

  // Up to four numbers, the last of which takes all bytes that are left: inet_aton.
  private static Optional<Address> ipv4(String word) {
    String[] parts = word.split("\\.", 5);
    long bits = 0;
    for (int i = 0; i < parts.length && i < 4; i++) {
      boolean last = i == parts.length - 1;
      long max = last ? 0xFFFFFFFFL >> 8 * i : 255;
      Scan scan = Scan.number(parts[i], 0);
      if (!scan.found()
          || scan.end() != parts[i].length()
          || !Character.isDigit(parts[i].charAt(0))
          || !Numbers.fits(scan.value(), 0, max)) {
        return Optional.empty();
      }
      bits |= last ? scan.value() : scan.value() << 24 - 8 * i;
    }
    return parts.length > 4 ? Optional.empty() : Optional.of(Address.ipv4(bits));
  }

  // fe80::1%eth0
  private static boolean hasZone(String word) {
    int percent = word.indexOf('%');
    return percent > 0 && Address.find(word.substring(0, percent), Family.IPV6).isPresent();
  }

  private static boolean isHostName(String word) {
    return word.length() < 256
        && word.matches("(?=.*[A-Za-z])[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?");
  }
}
