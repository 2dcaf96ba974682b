package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import java.util.List;

/**
 * {@code -m eui64}: the source address ends in the EUI-64 of the Ethernet address that it comes
 * from; iptables-extensions(8), section eui64. It has no options.
 */
public final class Eui64Match {

  private static final long NO_MAC = -1;

  private Eui64Match() {}

  /** The extension; its places are those of the kernel's ip6t_eui64.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("eui64").onlyFor(Family.IPV6).atHooks("PREROUTING", "INPUT", "FORWARD"));
  }

  /**
   * Whether the address is made so; eui64_mt6 in net/ipv6/netfilter/ip6t_eui64.c. Frames of the
   * loopback interface come from an address of zeros.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    return packet -> {
      Address source = packet.source();
      long mac = packet.sourceMac();
      if (mac == NO_MAC) {
        if (!packet.inInterface().equals("lo")) {
          return Truth.NO;
        }
        mac = 0;
      }
      return mac < 0 || source == null ? Truth.UNKNOWN : Truth.of(source.low() == eui64(mac));
    };
  }

  // The address with ff:fe in its middle and its universal bit turned over.
  private static long eui64(long mac) {
    return mac >>> 24 << 40 ^ 0x02L << 56 | 0xFFFEL << 24 | mac & 0xFFFFFF;
  }
}
