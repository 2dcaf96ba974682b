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
 * {@code -j REDIRECT}: DNAT to this machine; iptables-extensions(8), section REDIRECT, and the
 * kernel's {@code net/netfilter/xt_REDIRECT.c}.
 */
public final class RedirectTarget {

  /** The ports to choose from; without them the port stays. */
  public static final OptionSpec<NatPorts> TO_PORTS =
      OptionSpec.of("--to-ports", NatPorts.WITHOUT_BASE);

  /** That the port is chosen at random. */
  public static final OptionSpec<Flag> RANDOM = OptionSpec.flag("--random");

  private RedirectTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("REDIRECT", TO_PORTS, RANDOM)
            .inTables("nat")
            .atHooks("PREROUTING", "OUTPUT"));
  }

  /** Translates the destination; net/netfilter/nf_nat_redirect.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    NatRequest request =
        new NatRequest(
            NatRequest.Kind.REDIRECT,
            given.get(TO_PORTS).map(ports -> new NatRange(Optional.empty(), Optional.of(ports))),
            Optional.empty(),
            given.has(RANDOM),
            false);
    return packet -> packet.translate(request);
  }
}
