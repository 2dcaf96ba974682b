package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.JenkinsHash;

/**
 * Which address of a range a connection gets: find_best_ips_proto of net/netfilter/nf_nat_core.c,
 * which hashes the source.
 */
final class RangeHash {

  private RangeHash() {}

  /**
   * The address.
   *
   * @param source where the packet comes from
   * @param destination where it goes to
   * @param zone its zone of connection tracking
   * @param persistent whether the destination is left out
   * @param translated whether it is the destination that is chosen; the kernel then mixes in what
   *     it has just written there
   */
  static Address pick(
      Address source,
      Address destination,
      Address low,
      Address high,
      boolean persistent,
      int zone,
      boolean translated) {
    int[] from = words(source);
    int[] to = words(destination);
    int[] lowest = words(low);
    int[] highest = words(high);
    int count = low.family() == Family.IPV4 ? 1 : 4;
    int hash = JenkinsHash.of(persistent ? 0 : to[count - 1] ^ zone, from);
    int[] picked = new int[4];
    boolean whole = false;
    for (int i = 0; i < count; i++) {
      long least = whole ? 0 : Integer.toUnsignedLong(swap(lowest[i]));
      long most = Integer.toUnsignedLong(swap(highest[i]));
      // A u32 in the kernel: the distance of the whole range is 0 there, or ~0 once free.
      long distance = whole ? 0xFFFFFFFFL : (most - least + 1) & 0xFFFFFFFFL;
      long offset = Integer.toUnsignedLong(hash) * distance >>> 32;
      picked[i] = swap((int) (least + offset));
      whole |= picked[i] != highest[i];
      if (!persistent) {
        hash ^= translated ? picked[i] : to[i];
      }
    }
    return address(low.family(), picked);
  }

  // As the kernel has them: words in network order, read on a little-endian machine.
  private static int[] words(Address address) {
    if (address.family() == Family.IPV4) {
      return new int[] {swap((int) address.low()), 0, 0, 0};
    }
    return new int[] {
      swap((int) (address.high() >>> 32)),
      swap((int) address.high()),
      swap((int) (address.low() >>> 32)),
      swap((int) address.low())
    };
  }

  private static Address address(Family family, int[] words) {
    if (family == Family.IPV4) {
      return Address.ipv4(Integer.toUnsignedLong(swap(words[0])));
    }
    long high = (long) swap(words[0]) << 32 | Integer.toUnsignedLong(swap(words[1]));
    long low = (long) swap(words[2]) << 32 | Integer.toUnsignedLong(swap(words[3]));
    return new Address(family, high, low);
  }

  private static int swap(int word) {
    return Integer.reverseBytes(word);
  }
}
