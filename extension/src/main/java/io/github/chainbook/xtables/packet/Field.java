package io.github.chainbook.xtables.packet;

/** What of a packet is a number. */
public enum Field {
  /** The source port; of packets whose protocol has ports. */
  SOURCE_PORT,
  /** The destination port; of packets whose protocol has ports. */
  DESTINATION_PORT,
  /** The type of an ICMP or ICMPv6 message. */
  ICMP_TYPE,
  /** The code of an ICMP or ICMPv6 message. */
  ICMP_CODE,
  /** The eight flags of a TCP header, FIN being bit 0. */
  TCP_FLAGS,
  /** The mark of the packet, 32 bits without sign. */
  MARK,
  /** Time to live, or hop limit. */
  TTL,
  /** The byte of type of service or traffic class. */
  TOS,
  /** The length of the whole packet in bytes, header included. */
  LENGTH,
  /** The user who opened the socket; of packets with a socket. */
  UID,
  /** The group of who opened it; of packets with a socket. */
  GID
}
