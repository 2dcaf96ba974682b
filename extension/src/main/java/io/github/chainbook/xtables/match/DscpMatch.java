package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.Dscp;
import java.util.List;

/** {@code -m dscp}: the code point of a packet; iptables-extensions(8), section dscp. */
public final class DscpMatch {

  /** The code point. */
  public static final OptionSpec<Dscp> DSCP =
      OptionSpec.of("--dscp", Dscp.TYPE).orNot().not("--dscp-class");

  /** The code point of a class; saved as {@code --dscp}. */
  public static final OptionSpec<Dscp> DSCP_CLASS =
      OptionSpec.of("--dscp-class", Dscp.CLASS).orNot();

  private DscpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("dscp", DSCP, DSCP_CLASS)
            .printed(DscpMatch::print)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match dscp needs --dscp or --dscp-class");
                  }
                }));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return given
        .get(DSCP_CLASS)
        .map(dscp -> List.of(DSCP.saying(dscp, given.isNegated(DSCP_CLASS))))
        .orElse(given.list());
  }

  /** Whether the code point is this; dscp_mt and dscp_mt6 in net/netfilter/xt_dscp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    OptionSpec<Dscp> spec = given.has(DSCP_CLASS) ? DSCP_CLASS : DSCP;
    int codepoint = given.get(spec).orElseThrow().codepoint();
    return TosBits.test(codepoint << 2, 0xFC, given.isNegated(spec));
  }
}
