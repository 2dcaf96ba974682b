package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.NatRequest;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.NatPorts;
import io.github.chainbook.xtables.value.NatRange;
import java.util.List;
import java.util.Optional;

/**
 * {@code -j MASQUERADE}: SNAT to an address of the outgoing interface; iptables-extensions(8),
 * section MASQUERADE, and the kernel's {@code net/netfilter/xt_MASQUERADE.c}.
 */
public final class MasqueradeTarget {

  /** The source ports to choose from; libxt_NAT.c loses a base of them. */
  public static final OptionSpec<NatPorts> TO_PORTS =
      OptionSpec.of("--to-ports", NatPorts.BASE_LOST);

  /** That the port is chosen at random, by a hash that begins with the addresses. */
  public static final OptionSpec<Flag> RANDOM = OptionSpec.flag("--random");

  /** That the port is chosen at random, by a generator of random numbers. */
  public static final OptionSpec<Flag> RANDOM_FULLY = OptionSpec.flag("--random-fully");

  private MasqueradeTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("MASQUERADE", TO_PORTS, RANDOM, RANDOM_FULLY)
            .inTables("nat")
            .atHooks("POSTROUTING"));
  }

  /** Translates the source; net/netfilter/nf_nat_masquerade.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    NatRequest request =
        new NatRequest(
            NatRequest.Kind.MASQUERADE,
            given.get(TO_PORTS).map(ports -> new NatRange(Optional.empty(), Optional.of(ports))),
            Optional.empty(),
            given.hasAny(RANDOM, RANDOM_FULLY),
            false);
    return packet -> packet.translate(request);
  }
}
