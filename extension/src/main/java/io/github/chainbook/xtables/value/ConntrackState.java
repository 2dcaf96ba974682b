package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.EnumSet;
import java.util.Set;

/**
 * What connection tracking says of a packet, in the order in which iptables-save prints it;
 * iptables-extensions(8), section conntrack.
 */
public enum ConntrackState {
  /** It belongs to no connection and cannot open one. */
  INVALID,
  /** It opens a connection, or belongs to one that was not answered yet. */
  NEW,
  /** It opens a connection that another one announced, or is an ICMP error of another one. */
  RELATED,
  /** It belongs to a connection that has been answered. */
  ESTABLISHED,
  /** It is not tracked. */
  UNTRACKED,
  /** The source of its connection was translated. */
  SNAT,
  /** The destination of its connection was translated. */
  DNAT;

  /** States with commas. */
  public static final ValueType<Set<ConntrackState>> ALL =
      EnumWords.shortList(EnumSet.allOf(ConntrackState.class), "");

  /** States with commas, without those of address translation. */
  public static final ValueType<Set<ConntrackState>> WITHOUT_NAT =
      EnumWords.shortList(EnumSet.range(INVALID, UNTRACKED), "");
}
