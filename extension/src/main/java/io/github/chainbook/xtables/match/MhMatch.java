package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.MobilityTypes;
import io.github.chainbook.xtables.value.NumberRange;
import java.util.ArrayList;
import java.util.List;

/** {@code -m mh}: the mobility header of IPv6; iptables-extensions(8), section mh. */
public final class MhMatch {

  private static final int MOBILITY_HEADER = 135;

  /** The types that it may have. */
  public static final OptionSpec<NumberRange> TYPE =
      OptionSpec.of("--mh-type", MobilityTypes.RANGE).orNot();

  private MhMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("mh", TYPE)
            .onlyFor(Family.IPV6)
            .onProtocols(MOBILITY_HEADER)
            .printed(MhMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    Ranges.add(given, TYPE, MobilityTypes.ALL, printed);
    return printed;
  }

  /** Whether the type is such; mh_mt6 in net/ipv6/netfilter/ip6t_mh.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    NumberRange types = given.get(TYPE, MobilityTypes.ALL);
    boolean negated = given.isNegated(TYPE);
    return packet -> {
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      BytesView bytes = packet.bytes();
      int header = bytes.transport();
      int next = bytes.at(header);
      // Nothing may follow the header.
      if (HeaderBytes.isCut(bytes, header + 6) || next >= 0 && next != ExtensionHeaders.NONE) {
        return HeaderBytes.drop(packet);
      }
      if (next < 0) {
        return Truth.UNKNOWN;
      }
      return HeaderBytes.within(bytes.at(header + 2), types.low(), types.high()).not(negated);
    };
  }
}
