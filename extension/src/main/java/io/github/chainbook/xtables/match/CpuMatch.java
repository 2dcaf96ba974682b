package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -m cpu}; iptables-extensions(8), section cpu. */
public final class CpuMatch {

  /** The number of the processor that handles it, from 0. */
  public static final OptionSpec<Long> CPU =
      OptionSpec.of("--cpu", Numbers.between(0, Numbers.MAX_32)).orNot().needed();

  /** For how many processors a kernel can be built: NR_CPUS of its configuration. */
  private static final long MOST = 8192;

  private CpuMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("cpu", CPU));
  }

  /**
   * Which processor handles the packet is not known, but that there is none of a number so high;
   * cpu_mt in net/netfilter/xt_cpu.c.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth truth =
        given.get(CPU).orElseThrow() < MOST ? Truth.UNKNOWN : Truth.of(given.isNegated(CPU));
    return packet -> truth;
  }
}
