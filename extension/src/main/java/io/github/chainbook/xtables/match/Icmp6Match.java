package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.IcmpType;
import java.util.List;

/** {@code -m icmp6}; iptables-extensions(8), section icmp6. */
public final class Icmp6Match {

  private static final int ICMPV6 = 58;

  /** The message's type and, if given, its code. */
  public static final OptionSpec<IcmpType> TYPE =
      OptionSpec.of("--icmpv6-type", IcmpType.IPV6).orNot().needed();

  private Icmp6Match() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("icmp6", TYPE).onlyFor(Family.IPV6).onProtocols(ICMPV6));
  }

  /** Whether the message is such; icmp6_match in net/netfilter/xt_tcpudp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return IcmpTest.of(given.get(TYPE).orElseThrow(), given.isNegated(TYPE), Family.IPV6);
  }
}
