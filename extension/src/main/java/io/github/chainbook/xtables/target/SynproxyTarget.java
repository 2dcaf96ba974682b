package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -j SYNPROXY}: answers SYN packets in the server's place until the client has proved its
 * address; iptables-extensions(8), section SYNPROXY.
 */
public final class SynproxyTarget {

  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

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

  /**
   * Answers the first packet and looks into the second; synproxy_tg4 in
   * net/ipv4/netfilter/ipt_SYNPROXY.c. The second one must bear what the answer said, which a
   * packet that somebody made up does not.
   */
  public static PacketAction action(Options given, RuleContext rule) {
    return packet -> {
      if (packet.hasBadChecksum() == Truth.YES) {
        return Fate.DROP;
      }
      if (!packet.isKnown(Field.TCP_FLAGS)) {
        return Fate.SYNPROXY;
      }
      int flags = (int) packet.number(Field.TCP_FLAGS) & (FIN | SYN | RST | ACK);
      return flags == SYN ? Fate.SYNPROXY : flags == ACK ? Fate.DROP : Fate.CONTINUE;
    };
  }
}
