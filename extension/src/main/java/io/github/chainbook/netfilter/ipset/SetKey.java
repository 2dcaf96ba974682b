package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.xtables.value.Address;

/**
 * A member of a set as it is looked up; what its type does not have is 0.
 *
 * @param high the upper half of the first address
 * @param low the lower half of the first address
 * @param length how many of its bits count
 * @param port the protocol's number times 65536 plus the port
 * @param other the Ethernet address or the mark; 1 for a network behind a bridge's port
 * @param high2 the upper half of the second address
 * @param low2 the lower half of the second address
 * @param length2 how many of its bits count
 */
record SetKey(
    long high, long low, int length, long port, long other, long high2, long low2, int length2) {

  /** Stands for an Ethernet address that is not filled in yet. */
  static final long NO_MAC = -1;

  private static final Address NONE = Address.ipv4(0);

  /**
   * The key of two addresses, each of which may be null, whose bits behind the mask are cleared.
   */
  static SetKey of(Address first, int length, long port, long other, Address second, int length2) {
    Address a = first == null ? NONE : first.and(Address.mask(first.family(), length));
    Address b = second == null ? NONE : second.and(Address.mask(second.family(), length2));
    return new SetKey(
        a.high(),
        a.low(),
        first == null ? 0 : length,
        port,
        other,
        b.high(),
        b.low(),
        second == null ? 0 : length2);
  }

  // Lists have very many of them, and what a record makes by itself is slow at first.
  @Override
  public int hashCode() {
    long hash = high * 31 + low;
    hash = hash * 31 + port;
    hash = hash * 31 + other;
    hash = hash * 31 + (high2 * 31 + low2);
    hash = hash * 31 + (length << 8 | length2);
    return (int) (hash ^ hash >>> 32);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof SetKey key
        && high == key.high
        && low == key.low
        && length == key.length
        && port == key.port
        && other == key.other
        && high2 == key.high2
        && low2 == key.low2
        && length2 == key.length2;
  }
}
