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
 * {@code -j SNAT}: hides where a connection comes from; iptables-extensions(8), section SNAT, and
 * the kernel's {@code net/netfilter/xt_nat.c}.
 */
public final class SnatTarget {

  /** The address and port that it comes from instead; libxt_NAT.c loses a base of the ports. */
  public static final OptionSpec<NatRange> TO_SOURCE =
      OptionSpec.of("--to-source", NatRange.BASE_LOST).needed();

  /** That the port is chosen at random, by a hash that begins with the addresses. */
  public static final OptionSpec<Flag> RANDOM = OptionSpec.flag("--random");

  /** That the port is chosen at random, by a generator of random numbers. */
  public static final OptionSpec<Flag> RANDOM_FULLY = OptionSpec.flag("--random-fully");

  /** That a client gets the same address for each of its connections. */
  public static final OptionSpec<Flag> PERSISTENT = OptionSpec.flag("--persistent");

  private SnatTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("SNAT", TO_SOURCE, RANDOM, RANDOM_FULLY, PERSISTENT)
            .inTables("nat")
            .atHooks("INPUT", "POSTROUTING"));
  }

  /** Translates the source; xt_snat_target_v2 in net/netfilter/xt_nat.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    NatRequest request =
        new NatRequest(
            NatRequest.Kind.SOURCE,
            given.get(TO_SOURCE),
            Optional.empty(),
            given.hasAny(RANDOM, RANDOM_FULLY),
            given.has(PERSISTENT));
    return packet -> packet.translate(request);
  }
}
