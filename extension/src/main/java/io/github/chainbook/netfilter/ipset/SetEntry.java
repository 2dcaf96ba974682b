package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.xtables.value.Mark;

/**
 * What a member says besides its key.
 *
 * @param nomatch whether it is an exception from a greater network
 * @param mark the mark for {@code --map-mark}
 * @param iface the interface; empty in types without one
 * @param wildcard whether that is the beginning of names
 */
record SetEntry(boolean nomatch, Mark mark, String iface, boolean wildcard) {

  static final Mark NO_MARK = new Mark(0, 0);

  /** The usual one. */
  static final SetEntry PLAIN = new SetEntry(false, NO_MARK, "", false);

  /** Stands for: the packet is not in the set. */
  static final SetEntry NONE = new SetEntry(false, NO_MARK, "none", false);

  /** Stands for: nobody knows. */
  static final SetEntry UNKNOWN = new SetEntry(false, null, "unknown", false);

  /** Whether a packet by this interface is meant. */
  boolean covers(String name) {
    return wildcard ? name.startsWith(iface) : name.equals(iface);
  }
}
