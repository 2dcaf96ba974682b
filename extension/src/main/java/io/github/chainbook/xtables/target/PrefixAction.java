package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Network;

/**
 * How SNPT and DNPT change an address: its prefix becomes another one, and a word behind it keeps
 * the sum of all words; ip6t_npt_map_pfx in net/ipv6/netfilter/ip6t_NPT.c.
 */
final class PrefixAction {

  private static final int WORD = 0xFFFF;
  private static final int WORDS = 8;

  /** The word that is changed behind a prefix of up to 48 bits. */
  private static final int SUBNET_WORD = 3;

  private static final int LONGEST_SITE = 48;

  private final Address to;
  private final Address mask;
  private final int adjustment;

  PrefixAction(Network source, Network destination) {
    int length = Math.max(source.mask().prefixLength(), destination.mask().prefixLength());
    to = destination.address();
    mask = Address.mask(Family.IPV6, length);
    adjustment = fold(sum(source.address()) + (~sum(to) & 0xFFFFFFFFL));
  }

  /** The translated address; null where it has no word that may be changed. */
  Address map(Address address) {
    long high = address.high() & ~mask.high() | to.high() & mask.high();
    Address mapped = new Address(Family.IPV6, high, address.low());
    int index = SUBNET_WORD;
    if (mask.prefixLength() > LONGEST_SITE) {
      index++;
      while (index < WORDS && word(mapped, index) == WORD) {
        index++;
      }
      if (index == WORDS) {
        return null;
      }
    }
    int changed = fold((long) word(mapped, index) + adjustment);
    return with(mapped, index, changed == WORD ? 0 : changed);
  }

  private static int word(Address address, int index) {
    long half = index < WORDS / 2 ? address.high() : address.low();
    return (int) (half >>> shift(index)) & WORD;
  }

  private static Address with(Address address, int index, int word) {
    long clear = ~((long) WORD << shift(index));
    long set = (long) word << shift(index);
    return index < WORDS / 2
        ? new Address(Family.IPV6, address.high() & clear | set, address.low())
        : new Address(Family.IPV6, address.high(), address.low() & clear | set);
  }

  private static int shift(int index) {
    return 48 - index % (WORDS / 2) * 16;
  }

  private static long sum(Address address) {
    long sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += word(address, i);
    }
    return sum;
  }

  // The carry is added at the other end, as in checksums.
  private static int fold(long sum) {
    long folded = sum;
    while (folded > WORD) {
      folded = (folded & WORD) + (folded >>> 16);
    }
    return (int) folded;
  }
}
