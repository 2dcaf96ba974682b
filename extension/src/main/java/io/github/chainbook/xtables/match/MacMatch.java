package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mac;
import java.util.List;

/** {@code -m mac}; iptables-extensions(8), section mac. */
public final class MacMatch {

  /** The Ethernet address that it comes from. */
  public static final OptionSpec<Mac> MAC_SOURCE =
      OptionSpec.of("--mac-source", Mac.TYPE).orNot().needed();

  private MacMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("mac", MAC_SOURCE).atHooks("PREROUTING", "INPUT", "FORWARD"));
  }

  /** Whether it comes from there; NO without an Ethernet header, negated too: xt_mac.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    long wanted = given.get(MAC_SOURCE).orElseThrow().bits();
    boolean negated = given.isNegated(MAC_SOURCE);
    return packet -> {
      long source = packet.sourceMac();
      if (source < 0) {
        return source == HeaderBytes.UNKNOWN ? Truth.UNKNOWN : Truth.NO;
      }
      return Truth.of(source == wanted != negated);
    };
  }
}
