package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.HeaderOption;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -m dst}: the Destination Options header of IPv6; iptables-extensions(8), section dst. */
public final class DstMatch {

  /** How long the header is, in bytes. */
  public static final OptionSpec<Long> LENGTH =
      OptionSpec.of("--dst-len", Numbers.between(0, Numbers.MAX_32)).orNot();

  /** The options that the header begins with, in this order. */
  public static final OptionSpec<List<HeaderOption>> OPTIONS =
      OptionSpec.of("--dst-opts", HeaderOption.LIST);

  private DstMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("dst", LENGTH, OPTIONS).onlyFor(Family.IPV6));
  }

  /** Whether there is such a header; hbh_mt6 in net/ipv6/netfilter/ip6t_hbh.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    OptionsHeaderTest test =
        new OptionsHeaderTest(
            given.get(LENGTH, -1L), given.isNegated(LENGTH), given.get(OPTIONS, List.of()));
    return packet -> ExtensionHeaders.ask(packet, ExtensionHeaders.DESTINATION, 2, test);
  }
}
