package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.NatRange;
import java.util.List;
import java.util.Optional;

/**
 * {@code -j DNAT}: sends a connection elsewhere; iptables-extensions(8), section DNAT, and the
 * kernel's {@code net/netfilter/xt_nat.c}.
 */
public final class DnatTarget {

  /** The address and port that it goes to instead. */
  public static final OptionSpec<NatRange> TO_DESTINATION =
      OptionSpec.of("--to-destination", NatRange.TYPE).needed();

  /** That the port is chosen at random. */
  public static final OptionSpec<Flag> RANDOM = OptionSpec.flag("--random");

  /** That a client gets the same address for each of its connections. */
  public static final OptionSpec<Flag> PERSISTENT = OptionSpec.flag("--persistent");

  private DnatTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("DNAT", TO_DESTINATION, RANDOM, PERSISTENT)
            .inTables("nat")
            .atHooks("PREROUTING", "OUTPUT"));
  }

  /** Translates the destination; xt_dnat_target_v2 in net/netfilter/xt_nat.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    NatRequest request =
        new NatRequest(
            NatRequest.Kind.DESTINATION,
            given.get(TO_DESTINATION),
            Optional.empty(),
            given.has(RANDOM),
            given.has(PERSISTENT));
    return packet -> packet.translate(request);
  }
}
