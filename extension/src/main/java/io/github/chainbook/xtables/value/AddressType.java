package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the routing tables say of an address, in the order of linux/rtnetlink.h;
 * iptables-extensions(8), section addrtype.
 */
public enum AddressType {
  /** None, such as 0.0.0.0. */
  UNSPEC,
  /** One host. */
  UNICAST,
  /** An address of this machine. */
  LOCAL,
  /** All hosts of a network. */
  BROADCAST,
  /** One of several hosts. */
  ANYCAST,
  /** A group of hosts. */
  MULTICAST,
  /** Dropped without an answer. */
  BLACKHOLE,
  /** Answered as unreachable. */
  UNREACHABLE,
  /** Answered as prohibited. */
  PROHIBIT,
  /** Looked for in the next routing table. */
  THROW,
  /** Translated by the routing table. */
  NAT,
  /** Left to a program to resolve. */
  XRESOLVE;

  /**
   * Types with commas, of each the beginning of its name at least, in letters of any case; printed
   * in this order.
   */
  public static final ValueType<Set<AddressType>> LIST =
      EnumWords.shortList(EnumSet.allOf(AddressType.class), "");
}
