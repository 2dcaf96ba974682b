package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import java.util.List;

/**
 * {@code -m eui64}: the source address ends in the EUI-64 of the Ethernet address that it comes
 * from; iptables-extensions(8), section eui64. It has no options.
 */
public final class Eui64Match {

  private Eui64Match() {}

  /** The extension; its places are those of the kernel's ip6t_eui64.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("eui64").onlyFor(Family.IPV6).atHooks("PREROUTING", "INPUT", "FORWARD"));
  }
}
