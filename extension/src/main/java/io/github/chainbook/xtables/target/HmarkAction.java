package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.packet.QuotedHeader;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.HashedField;
import io.github.chainbook.xtables.value.JenkinsHash;
import java.util.List;
import java.util.Set;

/** What HMARK does to packets; net/netfilter/xt_HMARK.c. */
final class HmarkAction implements PacketAction {

  private static final int ICMP = 1;
  private static final int AH = 51;
  private static final int ICMP6 = 58;

  /** TCP, UDP, DCCP, ESP, AH, SCTP and UDP-Lite: proto_ports_offset in net/ip.h and its callers. */
  private static final Set<Integer> WITH_PORTS = Set.of(6, 17, 33, 50, AH, 132, 136);

  /** icmp_is_err, and what get_inner6_hdr takes. */
  private static final NumberSet ERRORS =
      NumberSet.union(List.of(NumberSet.of(3, 5), NumberSet.of(11, 12)));

  private static final NumberSet ERRORS_6 = NumberSet.of(1, 127);

  private final boolean byConnection;
  private final Address sourceMask;
  private final Address destinationMask;
  private final int portMask;
  private final int portSet;
  private final int protocolMask;
  private final int seed;
  private final long size;
  private final long offset;

  /**
   * Takes what the options say.
   *
   * @param given as iptables-save prints them, with a tuple of the connection alone
   */
  HmarkAction(Options given, Family family) {
    byConnection = given.get(HmarkTarget.TUPLE, Set.of()).contains(HashedField.CT);
    sourceMask = Address.mask(family, given.get(HmarkTarget.SRC_PREFIX, 0));
    destinationMask = Address.mask(family, given.get(HmarkTarget.DST_PREFIX, 0));
    portMask =
        given.has(HmarkTarget.SPI_MASK)
            ? number(given, HmarkTarget.SPI_MASK)
            : number(given, HmarkTarget.SPORT_MASK) << 16 | number(given, HmarkTarget.DPORT_MASK);
    portSet =
        given.has(HmarkTarget.SPI)
            ? number(given, HmarkTarget.SPI)
            : number(given, HmarkTarget.SPORT) << 16 | number(given, HmarkTarget.DPORT);
    protocolMask = number(given, HmarkTarget.PROTO_MASK);
    seed = number(given, HmarkTarget.RND);
    size = given.get(HmarkTarget.MOD).orElseThrow();
    offset = given.get(HmarkTarget.OFFSET, 0L);
  }

  private static int number(Options given, OptionSpec<Long> spec) {
    return given.get(spec, 0L).intValue();
  }

  @Override
  public Fate apply(PacketEdit packet) {
    ConnectionView connection = packet.connection();
    if (!byConnection) {
      ofPacket(packet);
    } else if (connection != null) {
      int from = connection.originalSourcePort();
      int to = connection.replySourcePort();
      boolean known = from >= 0 && to >= 0 || portMask == 0;
      // The kernel asks for ICMP alone here, so that ICMPv6 has its identifier and type hashed.
      boolean ports = connection.protocol() != ICMP;
      mark(
          packet,
          connection.originalSource(),
          connection.replySource(),
          !ports || known,
          ports ? turned(from << 16 | to & 0xFFFF) : 0,
          connection.protocol());
    }
    return Fate.CONTINUE;
  }

  private void ofPacket(PacketEdit packet) {
    int protocol = packet.protocol();
    NumberSet errors = packet.family() == Family.IPV4 ? ERRORS : ERRORS_6;
    boolean icmp = protocol == (packet.family() == Family.IPV4 ? ICMP : ICMP6);
    if (icmp && packet.within(Field.ICMP_TYPE, errors) != Truth.NO) {
      ofQuoted(packet);
      return;
    }
    boolean fragment = packet.fragmentOffset() != 0 || packet.moreFragments();
    boolean ports = !icmp && !fragment && WITH_PORTS.contains(protocol);
    long pair = ports ? ports(packet) : 0;
    mark(
        packet,
        packet.source(),
        packet.destination(),
        pair >= 0 || portMask == 0,
        ports ? turned((int) pair) : 0,
        protocol);
  }

  // The packet which the error is about is hashed.
  private void ofQuoted(PacketEdit packet) {
    QuotedHeader quoted = QuotedHeader.of(packet);
    NumberSet errors = packet.family() == Family.IPV4 ? ERRORS : ERRORS_6;
    if (!quoted.isKnown() || packet.within(Field.ICMP_TYPE, errors) != Truth.YES) {
      packet.forget(Field.MARK);
    } else if (quoted.source() != null) {
      int protocol = quoted.protocol();
      boolean ports = WITH_PORTS.contains(protocol) && !quoted.isFragment() && quoted.ports() >= 0;
      int hashed = ports ? turned((int) quoted.ports()) : 0;
      mark(packet, quoted.source(), quoted.destination(), true, hashed, protocol);
    }
  }

  // The first four bytes of the transport header, which are both ports; in AH the next ones.
  private static long ports(PacketEdit packet) {
    if (packet.isKnown(Field.SOURCE_PORT) && packet.isKnown(Field.DESTINATION_PORT)) {
      return packet.number(Field.SOURCE_PORT) << 16 | packet.number(Field.DESTINATION_PORT);
    }
    BytesView bytes = packet.bytes();
    int from = bytes.transport() + (packet.protocol() == AH ? 4 : 0);
    long pair = 0;
    for (int i = 0; i < 4 && pair >= 0; i++) {
      int value = bytes.at(from + i);
      pair = value < 0 ? -1 : pair << 8 | value;
    }
    return pair;
  }

  // hmark_swap_ports: both ways of a connection get the same mark.
  private int turned(int pair) {
    int masked = pair & portMask | portSet;
    int source = masked >>> 16;
    int destination = masked & 0xFFFF;
    return destination > source ? destination << 16 | source : masked;
  }

  private void mark(
      PacketEdit packet, Address source, Address destination, boolean known, int ports, int proto) {
    boolean from = source != null || sourceMask.isZero();
    boolean to = destination != null || destinationMask.isZero();
    if (!known || !from || !to) {
      packet.forget(Field.MARK);
      return;
    }
    int a = folded(source, sourceMask);
    int b = folded(destination, destinationMask);
    boolean inOrder = Integer.compareUnsigned(b, a) >= 0;
    int hash = JenkinsHash.of(seed, inOrder ? a : b, inOrder ? b : a, ports);
    packet.set(
        Field.MARK, JenkinsHash.scale(hash ^ proto & protocolMask, size) + offset & 0xFFFFFFFFL);
  }

  private static int folded(Address address, Address mask) {
    if (mask.isZero()) {
      return 0;
    }
    Address masked = address.and(mask);
    return (int) (masked.high() >>> 32 ^ masked.high() ^ masked.low() >>> 32 ^ masked.low());
  }
}
