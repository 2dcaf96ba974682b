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
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Tos;
import java.util.List;

/**
 * {@code -j TOS}: changes the type of service (IPv4) or traffic class (IPv6);
 * iptables-extensions(8), section TOS, revision 1.
 */
public final class TosTarget {

  /** Clears the bits of the mask, then turns those of the value. */
  public static final OptionSpec<Tos> SET_TOS =
      OptionSpec.of("--set-tos", Tos.TYPE).not("--and-tos", "--or-tos", "--xor-tos");

  /** Clears all of the 8 bits but these. */
  public static final OptionSpec<Long> AND_TOS = bits("--and-tos").not("--or-tos", "--xor-tos");

  /** Sets these of the 8 bits. */
  public static final OptionSpec<Long> OR_TOS = bits("--or-tos").not("--xor-tos");

  /** Turns these of the 8 bits. */
  public static final OptionSpec<Long> XOR_TOS = bits("--xor-tos");

  private TosTarget() {}

  private static OptionSpec<Long> bits(String name) {
    return OptionSpec.of(name, Numbers.between(0, 0xFF, Numbers::hex));
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TOS", SET_TOS, AND_TOS, OR_TOS, XOR_TOS)
            .inTables("mangle")
            .printed(TosTarget::print)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing(
                        "target TOS needs --set-tos, --and-tos, --or-tos or --xor-tos");
                  }
                }));
  }

  // All are printed as --set-tos: tos_tg_save in libxt_TOS.c.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    return given.list().stream().map(TosTarget::asSetTos).toList();
  }

  private static RuleOption asSetTos(RuleOption option) {
    return option
        .meaning(AND_TOS)
        .map(bits -> new Tos(0, ~bits.intValue() & 0xFF))
        .or(() -> option.meaning(OR_TOS).map(bits -> new Tos(bits.intValue(), bits.intValue())))
        .or(() -> option.meaning(XOR_TOS).map(bits -> new Tos(bits.intValue(), 0)))
        .map(SET_TOS::saying)
        .orElse(option);
  }

  /** Changes bits of the byte; tos_tg in net/netfilter/xt_DSCP.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    Tos tos = given.get(SET_TOS).orElseThrow();
    return packet -> {
      if (tos.mask() == 0xFF || packet.isKnown(Field.TOS)) {
        packet.set(Field.TOS, packet.number(Field.TOS) & ~tos.mask() & 0xFF ^ tos.value());
      } else {
        packet.forget(Field.TOS);
      }
      return Fate.CONTINUE;
    };
  }
}
