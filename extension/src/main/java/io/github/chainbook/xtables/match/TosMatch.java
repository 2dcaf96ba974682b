package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.Tos;
import java.util.List;

/**
 * {@code -m tos}: the type of service (IPv4) or traffic class (IPv6); iptables-extensions(8),
 * section tos, revision 1.
 */
public final class TosMatch {

  /** What the bits of the mask must be. */
  public static final OptionSpec<Tos> TOS = OptionSpec.of("--tos", Tos.TYPE).orNot().needed();

  private TosMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("tos", TOS));
  }

  /** Whether the byte has these bits; tos_mt in net/netfilter/xt_dscp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Tos wanted = given.get(TOS).orElseThrow();
    return TosBits.test(wanted.value(), wanted.mask(), given.isNegated(TOS));
  }
}
