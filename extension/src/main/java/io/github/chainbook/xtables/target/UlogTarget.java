package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.LogPrefix;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/**
 * {@code -j ULOG}, the forerunner of NFLOG; iptables-extensions(8), section ULOG. Linux has it up
 * to 3.16.
 */
public final class UlogTarget {

  /** ULOG_PREFIX_LEN less a terminating zero; linux/netfilter_ipv4/ipt_ULOG.h. */
  private static final int MAX_PREFIX = 31;

  /** ULOG_MAX_QLEN of the same header. */
  private static final int MAX_THRESHOLD = 50;

  /** The text that goes with each packet. */
  public static final OptionSpec<String> PREFIX =
      OptionSpec.of("--ulog-prefix", LogPrefix.cut(MAX_PREFIX));

  /** The number of the netlink group that the program listens to; 1 where this does not stand. */
  public static final OptionSpec<Long> GROUP =
      OptionSpec.of("--ulog-nlgroup", Numbers.between(1, 32));

  /** How many bytes of the packet are copied; 0 for all. Only the lower 32 bits are saved. */
  public static final OptionSpec<Long> COPY_RANGE =
      OptionSpec.of(
          "--ulog-cprange",
          Numbers.between(0, Numbers.MAX_64, n -> String.valueOf(n & Numbers.MAX_32)));

  /** How many packets the kernel gathers before it hands them over; 1 where this is not there. */
  public static final OptionSpec<Long> THRESHOLD =
      OptionSpec.of("--ulog-qthreshold", Numbers.between(1, MAX_THRESHOLD));

  private UlogTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("ULOG", PREFIX, GROUP, COPY_RANGE, THRESHOLD)
            .onlyFor(Family.IPV4)
            .printed(UlogTarget::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return new Saved(given)
        .then(PREFIX)
        .thenUnless(1L, GROUP)
        .thenUnless(0L, COPY_RANGE)
        .thenUnless(1L, THRESHOLD)
        .list();
  }
}
