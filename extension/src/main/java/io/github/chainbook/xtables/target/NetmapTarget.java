package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;
import java.util.Optional;

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

  /** Translates an address; netmap_tg4 in net/netfilter/xt_NETMAP.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    NatRequest request =
        new NatRequest(NatRequest.Kind.NETMAP, Optional.empty(), given.get(TO), false, false);
    return packet -> packet.translate(request);
  }
}
