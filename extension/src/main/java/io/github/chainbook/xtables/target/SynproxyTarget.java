package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -j SYNPROXY}: answers SYN packets in the server's place until the client has proved its
 * address; iptables-extensions(8), section SYNPROXY.
 */
public final class SynproxyTarget {

  /** Clients are offered selective acknowledgement. */
  public static final OptionSpec<Flag> SACK_PERM = OptionSpec.flag("--sack-perm");

  /** Clients are offered timestamps. */
  public static final OptionSpec<Flag> TIMESTAMP = OptionSpec.flag("--timestamp");

  /** The window scale that clients are offered: a power of two. */
  public static final OptionSpec<Long> WSCALE = OptionSpec.of("--wscale", lowest(0xFF));

  /** The maximum segment size that clients are told, in bytes. */
  public static final OptionSpec<Long> MSS = OptionSpec.of("--mss", lowest(0xFFFF));

  /** Clients are offered explicit congestion notification. */
  public static final OptionSpec<Flag> ECN = OptionSpec.flag("--ecn");

  private SynproxyTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("SYNPROXY", SACK_PERM, TIMESTAMP, WSCALE, MSS, ECN)
            .onProtocols(6)
            .atHooks("INPUT", "FORWARD"));
  }

  // iptables reads 32 bits and keeps the lowest 8 or 16 of them: linux/netfilter/xt_SYNPROXY.h.
  private static ValueType<Long> lowest(long bits) {
    return WordType.of(
        (word, rule) -> Numbers.parse(word, 0, Numbers.MAX_32) & bits, String::valueOf);
  }
}
