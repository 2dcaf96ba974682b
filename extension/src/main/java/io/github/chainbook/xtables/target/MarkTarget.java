package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.Numbers;
import java.util.List;

/** {@code -j MARK}: marks a packet; iptables-extensions(8), section MARK, revision 2. */
public final class MarkTarget {

  /** Clears the bits of the mask, then turns those of the value. */
  public static final OptionSpec<Mark> SET_XMARK =
      OptionSpec.of("--set-xmark", Mark.WITH_MASK)
          .not("--set-mark", "--and-mark", "--or-mark", "--xor-mark");

  /** Clears the bits of the mask, then sets those of the value. */
  public static final OptionSpec<Mark> SET_MARK =
      OptionSpec.of("--set-mark", Mark.WITH_MASK).not("--and-mark", "--or-mark", "--xor-mark");

  /** Clears all bits but these. */
  public static final OptionSpec<Long> AND_MARK = bits("--and-mark").not("--or-mark", "--xor-mark");

  /** Sets these bits. */
  public static final OptionSpec<Long> OR_MARK = bits("--or-mark").not("--xor-mark");

  /** Turns these bits. */
  public static final OptionSpec<Long> XOR_MARK = bits("--xor-mark");

  private MarkTarget() {}

  private static OptionSpec<Long> bits(String name) {
    return OptionSpec.of(name, Numbers.between(0, Numbers.MAX_32, Numbers::hex));
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("MARK", SET_XMARK, SET_MARK, AND_MARK, OR_MARK, XOR_MARK)
            .printed(MarkTarget::print)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing(
                        "target MARK needs --set-xmark, --set-mark, --and-mark, --or-mark or"
                            + " --xor-mark");
                  }
                }));
  }

  // All are printed as --set-xmark: mark_tg_save in libxt_MARK.c.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    return given.list().stream().map(MarkTarget::asXmark).toList();
  }

  private static RuleOption asXmark(RuleOption option) {
    if (option.spec() == SET_XMARK) {
      return option;
    }
    return option
        .meaning(SET_MARK)
        .map(mark -> new Mark(mark.value(), mark.value() | mark.mask()))
        .or(() -> option.meaning(AND_MARK).map(bits -> new Mark(0, ~bits.intValue())))
        .or(() -> option.meaning(OR_MARK).map(bits -> new Mark(bits.intValue(), bits.intValue())))
        .or(() -> option.meaning(XOR_MARK).map(bits -> new Mark(bits.intValue(), 0)))
        .map(SET_XMARK::saying)
        .orElse(option);
  }

  /** Changes the packet's mark; mark_tg in net/netfilter/xt_mark.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    Mark mark = given.get(SET_XMARK).orElseThrow();
    return packet -> {
      Marks.change(packet, mark);
      return Fate.CONTINUE;
    };
  }
}
