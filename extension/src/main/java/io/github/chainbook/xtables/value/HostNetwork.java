package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.Optional;

/**
 * Addresses and masks as the C library's {@code getaddrinfo} reads them, which options of the types
 * {@code XTTYPE_HOSTMASK} and {@code XTTYPE_PLENMASK} ask ({@code xtoptions.c} of libxtables
 * 1.8.9). It takes {@code 10.1} for 10.0.0.1, where {@code -s} takes it for 10.1.0.0.
 */
public final class HostNetwork {

  /** {@code address[/mask]}, the bits behind the mask kept; a mask of all bits is not printed. */
  public static final ValueType<Network> TYPE =
      WordType.of((word, rule) -> parse(word, rule.family()), HostNetwork::print);

  /** A length or a mask alone, printed as a length. */
  public static final ValueType<Address> MASK =
      WordType.of((word, rule) -> mask(word, rule.family()), Network::maskText);

  /** How long an address or a host's name can be; NI_MAXHOST of netdb.h less one. */
  private static final int MAX_LENGTH = 1024;

  private HostNetwork() {}

  private static Network parse(String word, Family family) throws BadValue {
    int slash = word.indexOf('/');
    if (slash < 0) {
      return new Network(host(word, family), full(family));
    }
    Address host = host(word.substring(0, slash), family);
    return new Network(host, mask(word.substring(slash + 1), family));
  }

  private static Address full(Family family) {
    return Address.mask(family, Address.bits(family));
  }

  private static Address host(String word, Family family) throws BadValue {
    Optional<Address> address = numeric(word);
    if (address.isPresent()) {
      return ofFamily(address.get(), family)
          .orElseThrow(() -> BadValue.expected(Address.expected(family), word));
    }
    if (EnumWords.same(word, "localhost")) {
      return family == Family.IPV4 ? Address.ipv4(0x7F000001) : new Address(family, 0, 1);
    }
    if (isName(word)) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the address of " + word);
    }
    throw BadValue.expected(Address.expected(family) + ", with or without a mask", word);
  }

  private static boolean isName(String word) {
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      letter |= isLetter;
      if (!isLetter && !(c >= '0' && c <= '9') && "_.-".indexOf(c) < 0) {
        return false;
      }
    }
    return letter && word.length() <= MAX_LENGTH && "-.".indexOf(word.charAt(0)) < 0;
  }

  /**
   * Reads a mask. One that is not contiguous counts as one of all bits, as iptables takes it.
   *
   * @throws BadValue where it is neither a length nor an address
   */
  public static Address mask(String word, Family family) throws BadValue {
    int bits = Address.bits(family);
    if (word.length() <= MAX_LENGTH) {
      Scan length = Scan.number(word, 0);
      if (length.found()
          && length.end() == word.length()
          && Numbers.fits(length.value(), 0, bits)) {
        return Address.mask(family, (int) length.value());
      }
    }
    Address mask =
        numeric(word)
            .flatMap(address -> ofFamily(address, family))
            .orElseThrow(
                () ->
                    BadValue.expected(
                        "a mask: a length from 0 to " + bits + " or an address", word));
    return mask.prefixLength() < 0 ? full(family) : mask;
  }

  // getaddrinfo turns ::ffff:10.0.0.1 into IPv4 where that is wanted, but not the other way round.
  private static Optional<Address> ofFamily(Address address, Family family) {
    if (address.family() == family) {
      return Optional.of(address);
    }
    boolean mapped = address.high() == 0 && address.low() >>> 32 == 0xFFFF;
    return family == Family.IPV4 && mapped
        ? Optional.of(Address.ipv4(address.low()))
        : Optional.empty();
  }

  private static Optional<Address> numeric(String word) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return word.indexOf(':') >= 0 ? ipv6(word) : ipv4(word);
  }

  // A zone's number behind the address is read and forgotten.
  private static Optional<Address> ipv6(String word) {
    int percent = word.indexOf('%');
    if (percent < 0) {
      return Address.find(word, Family.IPV6);
    }
    boolean zone = word.substring(percent + 1).matches("[0-9]{1,9}");
    return zone ? Address.find(word.substring(0, percent), Family.IPV6) : Optional.empty();
  }

  // One to four numbers of C; the last one fills all bytes that are left (inet_aton).
  private static Optional<Address> ipv4(String word) {
    String[] parts = word.split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      boolean last = i == parts.length - 1;
      long max = last ? Numbers.MAX_32 >>> (8 * i) : 255;
      boolean digit = !part.isEmpty() && part.charAt(0) >= '0' && part.charAt(0) <= '9';
      Scan scan = Scan.number(part, 0);
      if (!digit
          || !scan.found()
          || scan.end() != part.length()
          || !Numbers.fits(scan.value(), 0, max)) {
        return Optional.empty();
      }
      bits |= last ? scan.value() : scan.value() << (24 - 8 * i);
    }
    return Optional.of(Address.ipv4(bits));
  }

  private static String print(Network network) {
    boolean single = network.mask().prefixLength() == Address.bits(network.mask().family());
    return single ? network.address().toString() : network.toString();
  }
}
