package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.netfilter.ipset.SetType.Part;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.List;

/**
 * What of a packet a set is asked for, each dimension from the side that the rule names.
 *
 * @param first the first address; null for none
 * @param second the second address; null for none
 * @param port the protocol and port; 0 for none, below it where it is not known
 * @param protocol the protocol that its members of an unknown port have; -1 for any
 * @param other the Ethernet address or mark; 0 for none, below it where it is not known
 * @param iface the interface; null in types without one
 * @param isNone whether the packet lacks something, and so is in no such set
 * @param isUnknown whether something is not known
 * @param nets which of the addresses have a length: bit 0 the first, bit 1 the second
 * @param bits how many bits an address has
 */
record Probe(
    Address first,
    Address second,
    long port,
    int protocol,
    long other,
    String iface,
    boolean isNone,
    boolean isUnknown,
    int nets,
    int bits) {

  static Probe of(PacketView packet, List<Side> sides, SetOptions options) {
    Address first = null;
    Address second = null;
    long port = 0;
    int protocol = -1;
    long other = 0;
    String iface = null;
    int nets = 0;
    int addresses = 0;
    boolean known = true;
    boolean there = true;
    List<Part> parts = options.type().parts();
    for (int i = 0; i < parts.size(); i++) {
      boolean source = sides.get(i) == Side.SRC;
      switch (parts.get(i)) {
        case IP, NET -> {
          Address address = source ? packet.source() : packet.destination();
          known &= address != null;
          if (address != null && options.mask() != null) {
            address = address.and(options.mask());
          }
          nets |= parts.get(i) == Part.NET ? 1 << addresses : 0;
          first = addresses == 0 ? address : first;
          second = addresses == 1 ? address : second;
          addresses++;
        }
        case PORT -> {
          boolean plain = options.type() == SetType.BITMAP_PORT;
          port = plain ? PacketParts.plainPort(packet, source) : PacketParts.port(packet, source);
          protocol = plain ? -1 : packet.protocol();
          known &= port != PacketParts.UNKNOWN;
          there &= port != PacketParts.NONE;
        }
        case MAC -> {
          other = PacketParts.mac(packet, source);
          known &= other != PacketParts.UNKNOWN;
          there &= other != PacketParts.NONE;
        }
        case MARK -> {
          other = packet.mark().and(options.markMask()).number();
          known &= other >= 0;
        }
        case IFACE -> {
          iface = source ? packet.inInterface() : packet.outInterface();
          there &= !iface.isEmpty();
        }
        case SET -> there = false;
      }
    }
    return new Probe(
        first, second, port, protocol, other, iface, !there, !known, nets, options.bits());
  }

  /** Whether a member fits what is known; addresses that are not known fit each. */
  boolean fits(SetKey key) {
    boolean samePort = port < 0 ? protocol < 0 || protocol == key.port() >> 16 : port == key.port();
    return samePort
        && (other < 0 || other == key.other() || key.other() == SetKey.NO_MAC)
        && (first == null || isIn(first, key.high(), key.low(), key.length()))
        && (second == null || isIn(second, key.high2(), key.low2(), key.length2()));
  }

  private static boolean isIn(Address address, long high, long low, int length) {
    Address network = address.and(Address.mask(address.family(), length));
    return network.high() == high && network.low() == low;
  }

  /** The key with networks of these lengths. */
  SetKey key(int length, int length2) {
    return SetKey.of(
        first,
        (nets & 1) != 0 ? length : bits,
        port,
        other,
        second,
        (nets & 2) != 0 ? length2 : bits);
  }

  /** The key of a member whose Ethernet address is not filled in. */
  SetKey withoutMac() {
    return SetKey.of(first, bits, port, SetKey.NO_MAC, null, 0);
  }
}
