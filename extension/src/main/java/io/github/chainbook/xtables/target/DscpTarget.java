package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Dscp;
import java.util.List;

/** {@code -j DSCP}: sets the code point of a packet; iptables-extensions(8), section DSCP. */
public final class DscpTarget {

  /** The code point. */
  public static final OptionSpec<Dscp> SET_DSCP =
      OptionSpec.of("--set-dscp", Dscp.TYPE).not("--set-dscp-class");

  /** The code point of a class; saved as {@code --set-dscp}. */
  public static final OptionSpec<Dscp> SET_DSCP_CLASS =
      OptionSpec.of("--set-dscp-class", Dscp.CLASS);

  private DscpTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("DSCP", SET_DSCP, SET_DSCP_CLASS)
            .inTables("mangle")
            .printed(DscpTarget::print)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("target DSCP needs --set-dscp or --set-dscp-class");
                  }
                }));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return given
        .get(SET_DSCP_CLASS)
        .map(dscp -> List.of(SET_DSCP.saying(dscp)))
        .orElse(given.list());
  }

  /** Changes the upper six bits of the byte; dscp_tg in net/netfilter/xt_DSCP.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    int codepoint = given.get(SET_DSCP).orElseThrow().codepoint();
    return packet -> {
      if (packet.isKnown(Field.TOS)) {
        packet.set(Field.TOS, packet.number(Field.TOS) & 3 | codepoint << 2);
      } else {
        packet.forget(Field.TOS);
      }
      return Fate.CONTINUE;
    };
  }
}
