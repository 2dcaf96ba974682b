package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An address of an interface.
 *
 * @param address the address
 * @param length the length of its network's prefix
 */
public record InterfaceAddress(Address address, int length) {

  private static final long IPV4_POOL = 0xC6120000L; // 198.18.0.0/15, for benchmarks: RFC 2544
  private static final int POOL_SIZE = 131_070;
  private static final long IPV6_HIGH = 0x20010DB851510000L;

  /** Reads {@code 10.0.0.5/24}; without a length the network is the address alone. */
  public static Optional<InterfaceAddress> parse(String text) {
    int slash = text.indexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    Family family = name.indexOf(':') < 0 ? Family.IPV4 : Family.IPV6;
    int bits = Address.bits(family);
    int length = bits;
    if (slash >= 0) {
      String number = text.substring(slash + 1);
      if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > bits) {
        return Optional.empty();
      }
      length = Integer.parseInt(number);
    }
    int prefix = length;
    boolean whole = family == Family.IPV6 || name.chars().filter(c -> c == '.').count() == 3;
    return whole
        ? Address.find(name, family).map(found -> new InterfaceAddress(found, prefix))
        : Optional.empty();
  }

  /**
   * The addresses of an interface for which none are given: a number from the checksum of its name,
   * in a network that nobody uses.
   */
  public static List<InterfaceAddress> standard(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    long number = crc.getValue() % POOL_SIZE + 1;
    return List.of(
        new InterfaceAddress(Address.ipv4(IPV4_POOL + number), 32),
        new InterfaceAddress(new Address(Family.IPV6, IPV6_HIGH, number), 128));
  }

  /** Whether another address is in the same network. */
  public boolean isOnSubnetOf(Address other) {
    if (other.family() != address.family()) {
      return false;
    }
    Address mask = Address.mask(address.family(), length);
    return address.and(mask).equals(other.and(mask));
  }

  /** Its network: the address without the bits behind the prefix. */
  InterfaceAddress network() {
    return new InterfaceAddress(address.and(Address.mask(address.family(), length)), length);
  }

  /** The network's highest address, which is its broadcast address in IPv4. */
  Address highest() {
    long host = ~Address.mask(Family.IPV4, length).low() & 0xFFFFFFFFL;
    return Address.ipv4(address.low() | host);
  }

  @Override
  public String toString() {
    return address + "/" + length;
  }
}
