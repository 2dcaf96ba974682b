package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Optional;

/** Addresses in numbers as {@code getaddrinfo} of the GNU C library reads them. */
final class NumericHost {

  private NumericHost() {}

  /** The address of this family; an IPv4 address in IPv6 notation is one of IPv4 as well. */
  static Optional<Address> find(String word, Family family) {
    return find(word).flatMap(address -> ofFamily(address, family));
  }

  /** The address, of whichever family. */
  static Optional<Address> find(String word) {
    if (word.indexOf(':') < 0) {
      return ipv4(word);
    }
    int percent = word.indexOf('%');
    if (percent < 0) {
      return Ipv6Text.parse(word);
    }
    return isNumber(word, percent + 1)
        ? Ipv6Text.parse(word.substring(0, percent))
        : Optional.empty();
  }

  /**
   * Whether this is an IPv6 address with the name of an interface, such as {@code fe80::1%eth0}.
   * Only addresses of a link or machine can have one: {@code __inet6_scopeid_pton}.
   */
  static boolean isInNamedZone(String word) {
    int percent = word.indexOf('%');
    return percent > 0
        && percent + 1 < word.length()
        && !isNumber(word, percent + 1)
        && Ipv6Text.parse(word.substring(0, percent)).filter(NumericHost::isOfLink).isPresent();
  }

  // fe80::/10, or multicast of a machine or link, ff01::/16, ff02::/16 and their like: the second
  // byte has flags in its upper half.
  private static boolean isOfLink(Address address) {
    long group = address.high() >>> 48 & 0xFF0F;
    return address.high() >>> 54 == 0x3FA || group == 0xFF01 || group == 0xFF02;
  }

  // A zone's number is read and forgotten.
  private static boolean isNumber(String word, int from) {
    CNumber number = CNumber.decimal(word, from);
    boolean digit = from < word.length() && word.charAt(from) >= '0' && word.charAt(from) <= '9';
    return digit
        && number.fits()
        && number.end() == word.length()
        && Numbers.fits(number.value(), 0, Numbers.MAX_32);
  }

  private static Optional<Address> ofFamily(Address address, Family family) {
    if (address.family() == family) {
      return Optional.of(address);
    }
    boolean mapped = address.high() == 0 && address.low() >>> 32 == 0xFFFF;
    return family == Family.IPV4 && mapped
        ? Optional.of(Address.ipv4(address.low()))
        : Optional.empty();
  }

  // One to four numbers with dots between them, of which the last fills all bytes that are left:
  // inet_aton.
  private static Optional<Address> ipv4(String word) {
    long bits = 0;
    int from = 0;
    for (int left = 4; left > 0; left--) {
      boolean digit = from < word.length() && word.charAt(from) >= '0' && word.charAt(from) <= '9';
      Scan scan = Scan.number(word, from);
      if (!digit || !scan.found()) {
        return Optional.empty();
      }
      if (scan.end() == word.length()) {
        boolean fits = Numbers.fits(scan.value(), 0, (1L << 8 * left) - 1);
        return fits ? Optional.of(Address.ipv4(bits | scan.value())) : Optional.empty();
      }
      if (word.charAt(scan.end()) != '.' || !Numbers.fits(scan.value(), 0, 255)) {
        return Optional.empty();
      }
      bits |= scan.value() << 8 * (left - 1);
      from = scan.end() + 1;
    }
    return Optional.empty();
  }
}
