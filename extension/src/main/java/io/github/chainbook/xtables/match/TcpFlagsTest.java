package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.TcpFlags;

/**
 * Looks at the flags of a TCP header.
 *
 * @param flags which flags are looked at, and which of them must be set
 * @param negated whether that must not be so
 * @param values all values of the eight flags for which it is so, negated or not
 */
record TcpFlagsTest(TcpFlags flags, boolean negated, NumberSet values) {

  /** The test for these flags. */
  static TcpFlagsTest of(TcpFlags flags, boolean negated) {
    NumberSet values =
        NumberSet.where(0xFF, value -> (value & flags.examined()) == flags.set() != negated);
    return new TcpFlagsTest(flags, negated, values);
  }

  /** As tcp_mt in net/netfilter/xt_tcpudp.c does; the packet has a TCP header. */
  Truth test(PacketView packet) {
    if (packet.isKnown(Field.TCP_FLAGS)) {
      return ofKnown((int) packet.number(Field.TCP_FLAGS));
    }
    if (isAlways()) {
      return Truth.YES;
    }
    return values.isEmpty() ? Truth.NO : HeaderBytes.within(packet, Field.TCP_FLAGS, 13, 1, values);
  }

  private Truth ofKnown(int value) {
    return Truth.of((value & flags.examined()) == flags.set() != negated);
  }

  private boolean isAlways() {
    return flags.examined() == 0 && flags.set() == 0 != negated;
  }

  /** Whether it looks at no flag, and says so without a {@code !}. */
  boolean isEmpty() {
    return flags.examined() == 0 && flags.set() == 0 && !negated;
  }

  /**
   * As the expressions do that iptables-nft 1.8.9 makes of it; where the byte is not there none
   * holds, but a later fragment's are read. Without a flag to look at there is none: add_nft_tcp in
   * its iptables/nft.c.
   */
  Truth testNft(PacketView packet) {
    if (flags.examined() == 0) {
      return Truth.YES;
    }
    if (packet.has(Field.TCP_FLAGS)) {
      return test(packet);
    }
    BytesView bytes = packet.bytes();
    int value = bytes.at(bytes.transport() + 13);
    return value == HeaderBytes.CUT ? Truth.NO : ofByte(value);
  }

  /** Whether a byte with the flags is such; UNKNOWN where it is below zero. */
  Truth ofByte(int value) {
    return value < 0 ? Truth.UNKNOWN : ofKnown(value);
  }
}
