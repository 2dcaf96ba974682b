package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;

/**
 * How a set was created.
 *
 * @param type its type
 * @param family the family of its addresses; null in types without addresses
 * @param mask the netmask or bitmask of its addresses; null for none
 * @param markMask which bits of a mark count
 * @param first the first address or port of a bitmap; null for none
 * @param last the last one
 * @param maxElements how many members a hash may have
 * @param skbinfo whether members may keep a mark
 * @param counters whether members count packets
 */
record SetOptions(
    SetType type,
    Family family,
    Address mask,
    int markMask,
    Address first,
    Address last,
    long maxElements,
    boolean skbinfo,
    boolean counters) {

  /** How many bits its addresses have. */
  int bits() {
    return family == null ? 0 : Address.bits(family);
  }
}
