package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -j NETMAP}: maps a network on another one, address by address; iptables-extensions(8),
 * section NETMAP, and the kernel's {@code net/netfilter/xt_NETMAP.c}.
 */
public final class NetmapTarget {

  private static final ValueType<Network> NETWORK =
      WordType.of(
          (word, rule) -> HostNetwork.parse(word, rule.family()).cleared(), Network::toString);

  /** The network whose bits replace those of the address; the bits behind its mask stay. */
  public static final OptionSpec<Network> TO = OptionSpec.of("--to", NETWORK).needed();

  private NetmapTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.target("NETMAP", TO).inTables("nat"));
  }
}
