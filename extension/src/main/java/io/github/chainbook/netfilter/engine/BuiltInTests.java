package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.catalogue.BuiltIn;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.InterfaceName;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.Protocol;

/**
 * What the options without {@code -m} ask of a packet; ip_packet_match of net/ipv4/netfilter/
 * ip_tables.c and ip6_packet_match of net/ipv6/netfilter/ip6_tables.c.
 */
final class BuiltInTests {

  private BuiltInTests() {}

  static PacketTest of(RuleOption option) {
    boolean not = option.negated();
    if (!option.isKnown()) {
      return packet -> Truth.UNKNOWN;
    }
    if (option.name().equals(BuiltIn.SOURCE.name())) {
      Network network = option.meaning(BuiltIn.SOURCE).orElseThrow();
      return packet -> in(network, packet.source(), not);
    }
    if (option.name().equals(BuiltIn.DESTINATION.name())) {
      Network network = option.meaning(BuiltIn.DESTINATION).orElseThrow();
      return packet -> in(network, packet.destination(), not);
    }
    if (option.name().equals(BuiltIn.IN.name())) {
      InterfaceName name = option.meaning(BuiltIn.IN).orElseThrow();
      return packet -> covers(name, packet.inInterface(), not);
    }
    if (option.name().equals(BuiltIn.OUT.name())) {
      InterfaceName name = option.meaning(BuiltIn.OUT).orElseThrow();
      return packet -> covers(name, packet.outInterface(), not);
    }
    if (option.name().equals(BuiltIn.PROTOCOL.name())) {
      Protocol protocol = option.meaning(BuiltIn.PROTOCOL).orElseThrow();
      int number = protocol.number();
      return packet ->
          packet.protocol() == ExtensionHeaderWalk.NONE && number != 0
              ? withoutProtocol(packet)
              : Truth.of((number == 0 || packet.protocol() == number) != not);
    }
    return packet -> Truth.of(packet.fragmentOffset() != 0 != not);
  }

  // IPv6: a packet that ends before its protocol does not have one; legacy drops it.
  private static Truth withoutProtocol(PacketView packet) {
    if (!packet.machine().isNft()) {
      packet.dropDamaged();
    }
    return Truth.NO;
  }

  private static Truth in(Network network, Address address, boolean not) {
    if (address == null) {
      return network.mask().isZero() ? Truth.of(!not) : Truth.UNKNOWN;
    }
    Address base = network.address();
    Address mask = network.mask();
    boolean same =
        ((address.low() ^ base.low()) & mask.low()) == 0
            && ((address.high() ^ base.high()) & mask.high()) == 0;
    return Truth.of(same != not);
  }

  private static Truth covers(InterfaceName name, String device, boolean not) {
    if (device == null) {
      return name.isAny() ? Truth.of(!not) : Truth.UNKNOWN;
    }
    return Truth.of(name.covers(device) != not);
  }
}
