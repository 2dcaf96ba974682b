package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/**
 * {@code -m helper}: which helper announced the connection; iptables-extensions(8), section helper.
 */
public final class HelperMatch {

  /** The size of a helper's name less its terminating zero; linux/netfilter/xt_helper.h. */
  private static final int MAX_BYTES = 29;

  /** The helper's name, such as {@code ftp} or {@code ftp-2121}; empty for any helper. */
  public static final OptionSpec<String> HELPER =
      OptionSpec.of("--helper", Texts.cut(MAX_BYTES)).orNot().needed();

  private HelperMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("helper", HELPER));
  }

  /**
   * Whether a helper announced its connection; helper_mt in net/netfilter/xt_helper.c. Which helper
   * it was is not known.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth notAnnounced = Truth.of(given.isNegated(HELPER));
    return packet -> {
      ConnectionView connection = packet.connection();
      return connection != null && connection.isExpected() ? Truth.UNKNOWN : notAnnounced;
    };
  }
}
