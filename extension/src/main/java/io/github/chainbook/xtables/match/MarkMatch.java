package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.Mark;
import java.util.List;

/** {@code -m mark}: the mark of a packet; iptables-extensions(8), section mark. */
public final class MarkMatch {

  /** What the bits of the mask must be. */
  public static final OptionSpec<Mark> MARK = OptionSpec.of("--mark", Mark.TYPE).orNot().needed();

  private MarkMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("mark", MARK));
  }

  /** Whether the packet's mark has these bits; mark_mt in net/netfilter/xt_mark.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Mark wanted = given.get(MARK).orElseThrow();
    boolean negated = given.isNegated(MARK);
    return packet -> packet.hasMark(wanted).not(negated);
  }
}
