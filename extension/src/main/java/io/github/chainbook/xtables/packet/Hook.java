package io.github.chainbook.xtables.packet;

/** The five places where netfilter asks its tables, in the order of linux/netfilter.h. */
public enum Hook {
  /** After a packet came in, before it is routed. */
  PREROUTING,
  /** Before a packet is given to this machine. */
  INPUT,
  /** Before a packet for somebody else is sent on. */
  FORWARD,
  /** After this machine made a packet. */
  OUTPUT,
  /** Before a packet leaves. */
  POSTROUTING
}
