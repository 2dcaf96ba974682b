package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.netfilter.ipset.SetType.Part;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.List;

/**
 * What of a packet a set is asked for, each dimension from the side that the rule names.
 *
 * @param first the first address; null for none
 * @param second the second address; null for none
 * @param port the protocol and port; 0 for none
 * @param other the Ethernet address or mark; 0 for none
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
          known &= port != PacketParts.UNKNOWN;
          there &= port != PacketParts.NONE;
        }
        case MAC -> {
          other = PacketParts.mac(packet, source);
          known &= other != PacketParts.UNKNOWN;
          there &= other != PacketParts.NONE;
        }
        case MARK -> {
          known &= packet.isKnown(Field.MARK);
          other = known ? packet.number(Field.MARK) & options.markMask() & 0xFFFFFFFFL : 0;
        }
        case IFACE -> {
          iface = source ? packet.inInterface() : packet.outInterface();
          there &= !iface.isEmpty();
        }
        case SET -> there = false;
      }
    }
    return new Probe(first, second, port, other, iface, !there, !known, nets, options.bits());
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
