package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.LogPrefix;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/**
 * {@code -j NFLOG}: hands a copy of the packet to a program that logs it; iptables-extensions(8),
 * section NFLOG. The packet goes on to the next rule.
 */
public final class NflogTarget {

  /** The prefix's 64 bytes less a terminating zero; linux/netfilter/xt_NFLOG.h. */
  private static final int MAX_PREFIX = 63;

  /** The text that goes with each packet. */
  public static final OptionSpec<String> PREFIX =
      OptionSpec.of("--nflog-prefix", LogPrefix.cut(MAX_PREFIX));

  /** The number of the netlink group that the program listens to; 0 where this does not stand. */
  public static final OptionSpec<Long> GROUP =
      OptionSpec.of("--nflog-group", Numbers.between(0, 65535));

  /** How many bytes of the packet are copied; all where this does not stand. */
  public static final OptionSpec<Long> SIZE =
      OptionSpec.of("--nflog-size", Numbers.between(0, Numbers.MAX_32));

  /** An older number of bytes, which never had an effect. */
  public static final OptionSpec<Long> RANGE =
      OptionSpec.of("--nflog-range", Numbers.between(0, Numbers.MAX_32)).not("--nflog-size");

  /** How many packets the kernel gathers before it hands them over; 0 for as soon as possible. */
  public static final OptionSpec<Long> THRESHOLD =
      OptionSpec.of("--nflog-threshold", Numbers.between(0, 65535));

  private NflogTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("NFLOG", PREFIX, GROUP, SIZE, RANGE, THRESHOLD)
            .printed(NflogTarget::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return new Saved(given)
        .then(PREFIX)
        .thenUnless(0L, GROUP)
        .then(SIZE)
        .thenUnless(0L, RANGE)
        .thenUnless(0L, THRESHOLD)
        .list();
  }
}
