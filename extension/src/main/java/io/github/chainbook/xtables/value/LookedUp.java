package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import java.util.Optional;

/**
 * Addresses, masks and ports as {@code getaddrinfo} of the GNU C library reads them, to which
 * libxtables hands the values of many options.
 */
public final class LookedUp {

  private static final int MAX_NAME = 255;

  private static final int MAX_PORT = 65535;

  /** One address ({@code XTTYPE_HOST}); a name that the loading machine knows is unresolved. */
  public static final ValueType<Address> ADDRESS =
      WordType.of((word, rule) -> address(word, rule.family()), Address::toString);

  /** An address with or without a mask ({@code XTTYPE_HOSTMASK}); one of all bits is not saved. */
  public static final ValueType<Network> NETWORK =
      WordType.of((word, rule) -> network(word, rule.family()), LookedUp::print);

  /** How many leading bits count ({@code XTTYPE_PLENMASK}). */
  public static final ValueType<Integer> PREFIX_LENGTH =
      WordType.of((word, rule) -> prefixLength(word, rule.family()), String::valueOf);

  /** A port, by decimal number or by the name of a service ({@code XTTYPE_PORT}). */
  public static final ValueType<Integer> PORT =
      WordType.of((word, rule) -> port(word), String::valueOf);

  private LookedUp() {}

  private static Address address(String word, Family family) throws BadValue {
    Optional<Address> numeric = numeric(word, family);
    if (numeric.isPresent()) {
      return numeric.get();
    }
    if (word.equals("localhost")) {
      return family == Family.IPV4 ? Address.ipv4(0x7F000001) : new Address(family, 0, 1);
    }
    if (isName(word)) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the address of " + word);
    }
    throw BadValue.expected(Address.expected(family), word);
  }

  private static Network network(String word, Family family) throws BadValue {
    int slash = word.indexOf('/');
    Address address = address(slash < 0 ? word : word.substring(0, slash), family);
    int length = slash < 0 ? Address.bits(family) : prefixLength(word.substring(slash + 1), family);
    return new Network(address, Address.mask(family, length));
  }

  private static String print(Network network) {
    int length = network.mask().prefixLength();
    boolean whole = length == Address.bits(network.address().family());
    return whole ? network.address().toString() : network.toString();
  }

  // A length, or an address whose bits are the mask. libxtables takes one whose bits are not
  // contiguous for a mask of all bits.
  private static int prefixLength(String word, Family family) throws BadValue {
    int bits = Address.bits(family);
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, bits)) {
      return (int) scan.value();
    }
    Address mask =
        numeric(word, family)
            .orElseThrow(
                () -> BadValue.expected("a length from 0 to " + bits + " or a mask", word));
    return mask.prefixLength() < 0 ? bits : mask.prefixLength();
  }

  private static int port(String word) throws BadValue {
    boolean digits = !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits) {
      String number = word.replaceFirst("^0+(?=.)", "");
      return (int) Numbers.parse(number, 0, MAX_PORT);
    }
    return ServiceNames.port(word, 0)
        .orElseThrow(
            () -> BadValue.expected("a port from 0 to 65535 or the name of a service", word));
  }

  private static Optional<Address> numeric(String word, Family family) {
    return family == Family.IPV4 ? ipv4(word) : Ipv6Text.parse(word);
  }

  // One to four numbers with dots between them, of which the last fills all bytes that are left:
  // inet_aton. 10.1 is 10.0.0.1.
  private static Optional<Address> ipv4(String word) {
    long bits = 0;
    int from = 0;
    for (int left = 4; left > 0; left--) {
      boolean digit = from < word.length() && word.charAt(from) >= '0' && word.charAt(from) <= '9';
      Numbers.Scan scan = Numbers.Scan.number(word, from);
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

  private static boolean isName(String word) {
    boolean letters = false;
    for (int i = 0; i < word.length() && word.length() <= MAX_NAME; i++) {
      char c = Letters.small(word.substring(i, i + 1)).charAt(0);
      boolean letter = c >= 'a' && c <= 'z';
      boolean other = c >= '0' && c <= '9' || c == '_' || i > 0 && (c == '-' || c == '.');
      if (!letter && !other) {
        return false;
      }
      letters |= letter;
    }
    return letters;
  }
}
