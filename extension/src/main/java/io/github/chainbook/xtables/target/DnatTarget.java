package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.NatRange;
import java.util.List;

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
}
