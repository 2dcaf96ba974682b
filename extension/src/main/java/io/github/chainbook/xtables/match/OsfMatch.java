package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.TcpFlags;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/**
 * {@code -m osf}: which operating system sent the SYN, by its fingerprint; iptables-extensions(8),
 * section osf. Protocol and hooks are those of the kernel's net/netfilter/xt_osf.c.
 */
public final class OsfMatch {

  /** MAXGENRELEN less a terminating zero; linux/netfilter/xt_osf.h. */
  private static final int MAX_GENRE = 31;

  private static final int TCP = 6;

  /** How the packet's TTL is compared with the fingerprint's, by number. */
  public enum TtlCheck {
    /** It must be the same, as in the own network. */
    SAME,
    /** It must be less, as from anywhere. */
    LESS,
    /** It is not looked at. */
    NONE
  }

  /** What is written into the kernel's log, by number. */
  public enum Logging {
    /** Every signature that fits, and unknown ones. */
    ALL,
    /** The first that fits. */
    FIRST,
    /** Every signature that fits. */
    ALL_KNOWN
  }

  /** The family of operating systems, such as {@code Linux}, or {@code unknown}. */
  public static final OptionSpec<String> GENRE =
      OptionSpec.of("--genre", Texts.plainCut(MAX_GENRE)).orNot().needed();

  /** How the TTL is compared. */
  public static final OptionSpec<TtlCheck> TTL =
      OptionSpec.of("--ttl", EnumWords.numbered(TtlCheck.class));

  /** What is logged, whether the match holds or not. */
  public static final OptionSpec<Logging> LOG =
      OptionSpec.of("--log", EnumWords.numbered(Logging.class));

  private OsfMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("osf", GENRE, TTL, LOG)
            .onlyFor(Family.IPV4)
            .onProtocols(TCP)
            .atHooks("PREROUTING", "INPUT", "FORWARD"));
  }

  /**
   * Whether such a system sent it; nf_osf_match in net/netfilter/nfnetlink_osf.c. Where no
   * fingerprints were loaded nothing matches, and nothing does that is not a SYN; negated neither.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    return packet -> {
      boolean syn =
          !packet.isKnown(Field.TCP_FLAGS)
              || (packet.number(Field.TCP_FLAGS) & TcpFlags.SYN.set()) != 0;
      return syn && !packet.machine().isComplete() ? Truth.UNKNOWN : Truth.NO;
    };
  }
}
