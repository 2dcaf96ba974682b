package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;

/**
 * An address with or without a mask ({@code XTTYPE_HOSTMASK} of libxtables 1.8.9), each of which is
 * read as {@code getaddrinfo} of the GNU C library does. The bits behind the mask are kept.
 */
public final class HostNetwork {

  /** {@code address[/mask]}; a mask of all bits is not printed. */
  public static final ValueType<Network> TYPE =
      WordType.of((word, rule) -> parse(word, rule.family()), HostNetwork::print);

  /** {@code address[/mask]}, always printed with the mask. */
  public static final ValueType<Network> WITH_MASK =
      WordType.of((word, rule) -> parse(word, rule.family()), Network::toString);

  private HostNetwork() {}

  /**
   * Reads an address with or without a mask.
   *
   * @throws BadValue where it is none of this family
   */
  public static Network parse(String word, Family family) throws BadValue {
    int slash = word.indexOf('/');
    // First the mask: a bad one is refused on every machine, whatever the name before it means.
    int length =
        slash < 0 ? Address.bits(family) : PrefixLength.orAll(word.substring(slash + 1), family);
    Address address = Host.parse(slash < 0 ? word : word.substring(0, slash), family);
    return new Network(address, Address.mask(family, length));
  }

  private static String print(Network network) {
    int length = network.mask().prefixLength();
    boolean whole = length == Address.bits(network.address().family());
    return whole ? network.address().toString() : network.toString();
  }
}
