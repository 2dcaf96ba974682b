package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.Ipv6Header;
import java.util.List;
import java.util.Set;

/** {@code -m ipv6header}; iptables-extensions(8), section ipv6header. */
public final class Ipv6headerMatch {

  /** The headers that the packet has, and no others. */
  public static final OptionSpec<Set<Ipv6Header>> HEADER =
      OptionSpec.of("--header", Ipv6Header.SET).orNot().needed();

  /** That the packet may have other headers as well. */
  public static final OptionSpec<Flag> SOFT = OptionSpec.flag("--soft");

  private Ipv6headerMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ipv6header", HEADER, SOFT).onlyFor(Family.IPV6));
  }

  /** Whether the packet has such headers; ip6t_ipv6header.c in net/ipv6/netfilter. */
  public static PacketTest test(Options given, RuleContext rule) {
    return HeaderSetTest.of(
        given.get(HEADER).orElseThrow(), given.has(SOFT), given.isNegated(HEADER));
  }
}
