package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.LogLevel;
import io.github.chainbook.xtables.value.LogPrefix;
import java.util.List;

/** {@code -j LOG}; iptables-extensions(8), section LOG. The packet goes on to the next rule. */
public final class LogTarget {

  /** The prefix's 30 bytes less a terminating zero; linux/netfilter/xt_LOG.h. */
  private static final int MAX_PREFIX = 29;

  /** The text before each message. */
  public static final OptionSpec<String> PREFIX =
      OptionSpec.of("--log-prefix", LogPrefix.cut(MAX_PREFIX));

  /** How grave the message is; a warning where this does not stand. */
  public static final OptionSpec<LogLevel> LEVEL = OptionSpec.of("--log-level", LogLevel.TYPE);

  /** Logs TCP sequence numbers too. */
  public static final OptionSpec<Flag> TCP_SEQUENCE = OptionSpec.flag("--log-tcp-sequence");

  /** Logs the options of the TCP header too. */
  public static final OptionSpec<Flag> TCP_OPTIONS = OptionSpec.flag("--log-tcp-options");

  /** Logs the options of the IP header too. */
  public static final OptionSpec<Flag> IP_OPTIONS = OptionSpec.flag("--log-ip-options");

  /** Logs the user whose process made the packet too. */
  public static final OptionSpec<Flag> UID = OptionSpec.flag("--log-uid");

  /** Logs Ethernet addresses and the protocol by name too. */
  public static final OptionSpec<Flag> MAC_DECODE = OptionSpec.flag("--log-macdecode");

  private LogTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target(
                "LOG", PREFIX, LEVEL, TCP_SEQUENCE, TCP_OPTIONS, IP_OPTIONS, UID, MAC_DECODE)
            .printed(LogTarget::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return new Saved(given)
        .then(PREFIX)
        .thenUnless(LogLevel.WARNING, LEVEL)
        .then(TCP_SEQUENCE, TCP_OPTIONS, IP_OPTIONS, UID, MAC_DECODE)
        .list();
  }
}
