package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.IcmpType;
import java.util.List;

/** {@code -m icmp}; iptables-extensions(8), section icmp. */
public final class IcmpMatch {

  private static final int ICMP = 1;

  /** The message's type and, if given, its code. */
  public static final OptionSpec<IcmpType> TYPE =
      OptionSpec.of("--icmp-type", IcmpType.IPV4).orNot().needed();

  private IcmpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("icmp", TYPE).onlyFor(Family.IPV4).onProtocols(ICMP));
  }

  /** Whether the message is such; icmp_match in net/netfilter/xt_tcpudp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return IcmpTest.of(given.get(TYPE).orElseThrow(), given.isNegated(TYPE), Family.IPV4);
  }
}
