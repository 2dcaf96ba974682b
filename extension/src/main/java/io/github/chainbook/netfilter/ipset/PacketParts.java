package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketView;

/**
 * What of a packet is looked up in a set; ip_set_get_ip4_port, ip_set_get_ip6_port and ip_set_get
 * _ip_port in net/netfilter/ipset/ip_set_getport.c.
 */
final class PacketParts {

  /** The packet has none, and so is in no set of the type. */
  static final long NONE = -1;

  /** Nobody knows it. */
  static final long UNKNOWN = -2;

  private static final int ICMP = 1;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int ICMP6 = 58;
  private static final int SCTP = 132;
  private static final int UDPLITE = 136;

  private PacketParts() {}

  /** Whether a protocol has ports in ipset; ip_set_proto_with_ports. */
  static boolean hasPorts(int protocol) {
    return protocol == TCP || protocol == UDP || protocol == SCTP || protocol == UDPLITE;
  }

  /** The protocol's number times 65536 plus the port; ICMP has its type and code there. */
  static long port(PacketView packet, boolean source) {
    int protocol = packet.protocol();
    boolean icmp = protocol == ICMP || protocol == ICMP6;
    if (protocol == 0) {
      return NONE;
    }
    if (packet.fragmentOffset() != 0) {
      boolean lost = packet.family() == Family.IPV6 || protocol == ICMP || hasPorts(protocol);
      return lost ? NONE : (long) protocol << 16;
    }
    if (icmp) {
      return join(protocol, number(packet, Field.ICMP_TYPE), number(packet, Field.ICMP_CODE), 8);
    }
    if (!hasPorts(protocol)) {
      return (long) protocol << 16;
    }
    return join(
        protocol, 0, number(packet, source ? Field.SOURCE_PORT : Field.DESTINATION_PORT), 16);
  }

  /** The port of a bitmap, which has those of TCP and UDP alone. */
  static long plainPort(PacketView packet, boolean source) {
    int protocol = packet.protocol();
    long port = protocol == TCP || protocol == UDP ? port(packet, source) : NONE;
    return port < 0 ? port : port & 0xFFFF;
  }

  private static long number(PacketView packet, Field field) {
    return packet.isKnown(field) ? packet.number(field) : packet.has(field) ? UNKNOWN : NONE;
  }

  private static long join(int protocol, long high, long low, int bits) {
    return high < 0 || low < 0 ? Math.min(high, low) : (long) protocol << 16 | high << bits | low;
  }

  /**
   * An Ethernet address: eth_hdr in net/netfilter/ipset/ip_set_bitmap_ipmac.c, ip_set_hash_mac.c.
   */
  static long mac(PacketView packet, boolean source) {
    long mac = source ? packet.sourceMac() : packet.destinationMac();
    return mac == 0 ? NONE : mac;
  }
}
