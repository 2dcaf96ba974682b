package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.PortRange;

/**
 * Looks at both ports of a packet.
 *
 * @param from the ports that it may come from
 * @param notFrom whether it must come from another
 * @param to the ports that it may go to
 * @param notTo whether it must go to another
 */
record PortTest(PortRange from, boolean notFrom, PortRange to, boolean notTo) {

  /** The test of these options, which may both be absent. */
  static PortTest of(Options given, OptionSpec<PortRange> sport, OptionSpec<PortRange> dport) {
    return new PortTest(
        given.get(sport, PortRange.ALL),
        given.isNegated(sport),
        given.get(dport, PortRange.ALL),
        given.isNegated(dport));
  }

  /** As the matches of the kernel do; the packet has a header of its protocol. */
  Truth test(PacketView packet) {
    Truth source = source(packet);
    return source == Truth.NO ? Truth.NO : source.and(destination(packet));
  }

  /** Whether it lets every port pass, without a {@code !}. */
  boolean isEmpty() {
    return isAll(from, notFrom) && isAll(to, notTo);
  }

  private static boolean isAll(PortRange range, boolean negated) {
    return !negated && PortRange.ALL.equals(range);
  }

  private Truth source(PacketView packet) {
    return isAll(from, notFrom)
        ? Truth.YES
        : HeaderBytes.within(packet, Field.SOURCE_PORT, 0, 2, from.low(), from.high()).not(notFrom);
  }

  private Truth destination(PacketView packet) {
    return isAll(to, notTo)
        ? Truth.YES
        : HeaderBytes.within(packet, Field.DESTINATION_PORT, 2, 2, to.low(), to.high()).not(notTo);
  }

  /**
   * As the expressions do that iptables-nft 1.8.9 makes of tcp and udp: add_nft_tcpudp in its
   * iptables/nft.c. All ports are not looked at, whether negated or not; two single ports are
   * compared as one number, so that a {@code !} before both asks that one of them differs; and
   * where the bytes are not there no expression holds.
   */
  Truth testNft(PacketView packet) {
    boolean readsFrom = !PortRange.ALL.equals(from);
    boolean readsTo = !PortRange.ALL.equals(to);
    if (!readsFrom && !readsTo) {
      return Truth.YES;
    }
    if (notFrom && notTo && isSingle(from) && isSingle(to)) {
      Truth source = readNft(packet, Field.SOURCE_PORT, from, false);
      Truth destination = readNft(packet, Field.DESTINATION_PORT, to, false);
      return isCut(packet) ? Truth.NO : source.and(destination).not();
    }
    Truth source = readsFrom ? readNft(packet, Field.SOURCE_PORT, from, notFrom) : Truth.YES;
    return source == Truth.NO || !readsTo
        ? source
        : source.and(readNft(packet, Field.DESTINATION_PORT, to, notTo));
  }

  // Port 0 does not count as a port there.
  private static boolean isSingle(PortRange range) {
    return range.low() == range.high() && range.low() != 0;
  }

  private static boolean isCut(PacketView packet) {
    return HeaderBytes.isCut(packet.bytes(), packet.bytes().transport() + 4);
  }

  // What stands there is read in later fragments too, as nft_payload_fast_eval in
  // net/netfilter/nf_tables_core.c does, and in other protocols if the rule has ! before -p.
  private static Truth readNft(PacketView packet, Field field, PortRange range, boolean negated) {
    if (packet.has(field)) {
      return packet.within(field, range.low(), range.high()).not(negated);
    }
    BytesView bytes = packet.bytes();
    int at = bytes.transport() + (field == Field.SOURCE_PORT ? 0 : 2);
    long port = HeaderBytes.number(bytes, at, 2);
    return port == HeaderBytes.CUT
        ? Truth.NO
        : HeaderBytes.within(port, range.low(), range.high()).not(negated);
  }
}
