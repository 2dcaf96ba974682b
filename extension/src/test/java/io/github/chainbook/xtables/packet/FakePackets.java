package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.HexFormat;

/** Packets from their bytes, of which all is known. */
public final class FakePackets {

  private FakePackets() {}

  /** The packet of these hexadecimal digits; its mark is 0. */
  public static FakePacket ofHex(String digits) {
    byte[] raw = HexFormat.of().parseHex(digits);
    int[] bytes = new int[raw.length];
    for (int i = 0; i < raw.length; i++) {
      bytes[i] = raw[i] & 0xFF;
    }
    return of(bytes, false);
  }

  /**
   * The packet of these bytes.
   *
   * @param nft whether the nft back end looks for its protocol, which stops at an AH
   */
  public static FakePacket of(int[] bytes, boolean nft) {
    FakePacket packet = bytes[0] >> 4 == 4 ? ipv4(bytes) : ipv6(FakePacket.ipv6(), bytes, nft);
    packet.machine().nft(nft);
    packet.with(Field.MARK, 0);
    return packet;
  }

  private static FakePacket ipv4(int[] bytes) {
    FakePacket packet = FakePacket.ipv4();
    packet.addresses(Address.ipv4(number(bytes, 12, 4)), Address.ipv4(number(bytes, 16, 4)));
    packet.with(Field.TOS, bytes[1]).with(Field.TTL, bytes[8]);
    packet.with(Field.LENGTH, number(bytes, 2, 2));
    packet.protocol(bytes[9]).bytes((bytes[0] & 15) * 4, bytes);
    int offset = (int) (number(bytes, 6, 2) & 0x1FFF) * 8;
    return offset == 0 ? transport(packet, bytes) : packet.laterFragment(offset);
  }

  private static FakePacket ipv6(FakePacket packet, int[] bytes, boolean nft) {
    packet.addresses(address(bytes, 8), address(bytes, 24));
    packet.with(Field.TOS, number(bytes, 0, 2) >> 4 & 0xFF).with(Field.TTL, bytes[7]);
    packet.with(Field.LENGTH, 40 + number(bytes, 4, 2));
    int at = 40;
    int next = bytes[6];
    while (next == 0 || next == 43 || next == 44 || next == 60 || next == 51 && !nft) {
      if (at + (next == 43 || next == 44 ? 4 : 2) > bytes.length) {
        return packet.protocol(-1).bytes(0, bytes);
      }
      int header = next;
      next = bytes[at];
      if (header == 44 && number(bytes, at + 2, 2) >> 3 != 0) {
        boolean isLast = next != 0 && next != 43 && next != 44 && next != 51 && next != 60;
        packet.protocol(isLast ? next : -1).bytes(0, bytes);
        return isLast ? packet.laterFragment((int) number(bytes, at + 2, 2) & ~7) : packet;
      }
      int units = bytes[at + 1];
      at += header == 44 ? 8 : header == 51 ? units + 2 << 2 : units + 1 << 3;
    }
    return transport(packet.protocol(next).bytes(at, bytes), bytes);
  }

  // A packet has the fields of its header if it has the whole header.
  private static FakePacket transport(FakePacket packet, int[] bytes) {
    int at = packet.bytes().transport();
    int protocol = packet.protocol();
    int size =
        switch (protocol) {
          case 6 -> 20;
          case 1, 17, 58, 136 -> 8;
          case 33, 132 -> 12;
          default -> bytes.length;
        };
    if (at + size > bytes.length) {
      return packet;
    }
    if (protocol == 1 || protocol == 58) {
      return packet.with(Field.ICMP_TYPE, bytes[at]).with(Field.ICMP_CODE, bytes[at + 1]);
    }
    packet.ports((int) number(bytes, at, 2), (int) number(bytes, at + 2, 2));
    return protocol == 6 ? packet.with(Field.TCP_FLAGS, bytes[at + 13]) : packet;
  }

  private static Address address(int[] bytes, int at) {
    long high = number(bytes, at, 4) << 32 | number(bytes, at + 4, 4);
    long low = number(bytes, at + 8, 4) << 32 | number(bytes, at + 12, 4);
    return new Address(Family.IPV6, high, low);
  }

  private static long number(int[] bytes, int at, int size) {
    long number = 0;
    for (int i = at; i < at + size; i++) {
      number = number << 8 | bytes[i];
    }
    return number;
  }
}
