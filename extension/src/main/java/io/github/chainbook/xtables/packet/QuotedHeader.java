package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;

/**
 * The beginning of the packet that an ICMP error quotes, without IPv6 extension headers.
 *
 * @param isKnown whether the bytes are known; else nothing else here is
 * @param source where it came from; null where the quotation is cut off before that
 * @param destination where it went
 * @param protocol the number of its protocol
 * @param isFragment whether it was one
 * @param ports the first four bytes of its transport header; -1 where they are cut off
 */
public record QuotedHeader(
    boolean isKnown,
    Address source,
    Address destination,
    int protocol,
    boolean isFragment,
    long ports) {

  private static final QuotedHeader UNKNOWN = new QuotedHeader(false, null, null, 0, false, -1);
  private static final QuotedHeader NONE = new QuotedHeader(true, null, null, 0, false, -1);
  private static final int ICMP_HEADER = 8;
  private static final int IPV6_HEADER = 40;
  private static final int AH = 51;

  /** What an ICMP error quotes. */
  public static QuotedHeader of(PacketView packet) {
    BytesView bytes = packet.bytes();
    if (bytes == null || bytes.length() < 0) {
      return UNKNOWN;
    }
    int at = bytes.transport() + ICMP_HEADER;
    boolean six = packet.family() == Family.IPV6;
    int length = six ? IPV6_HEADER : (bytes.at(at) & 0xF) * 4;
    if (bytes.at(at) == -1 || bytes.at(at + (six ? IPV6_HEADER : 20) - 1) < 0) {
      return NONE;
    }
    int protocol = bytes.at(at + (six ? 6 : 9));
    boolean fragment = !six && (number(bytes, at + 6, 2) & 0x3FFF) != 0;
    int behind = at + length + (protocol == AH ? 4 : 0);
    return new QuotedHeader(
        true,
        address(bytes, at + (six ? 8 : 12), six),
        address(bytes, at + (six ? 24 : 16), six),
        protocol,
        fragment,
        number(bytes, behind, 4));
  }

  private static Address address(BytesView bytes, int at, boolean six) {
    if (!six) {
      return Address.ipv4(number(bytes, at, 4));
    }
    long high = number(bytes, at, 4) << 32 | number(bytes, at + 4, 4);
    long low = number(bytes, at + 8, 4) << 32 | number(bytes, at + 12, 4);
    return new Address(Family.IPV6, high, low);
  }

  private static long number(BytesView bytes, int at, int count) {
    long number = 0;
    for (int i = 0; i < count; i++) {
      int value = bytes.at(at + i);
      if (value < 0) {
        return -1;
      }
      number = number << 8 | value;
    }
    return number;
  }
}
