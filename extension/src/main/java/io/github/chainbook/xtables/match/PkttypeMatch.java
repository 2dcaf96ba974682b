package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.PacketType;
import java.util.List;

/** {@code -m pkttype}; iptables-extensions(8), section pkttype. */
public final class PkttypeMatch {

  /** To whom its frame is addressed. */
  public static final OptionSpec<PacketType> PKT_TYPE =
      OptionSpec.of("--pkt-type", PacketType.TYPE).orNot().needed();

  private PkttypeMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("pkttype", PKT_TYPE));
  }

  /** Whether its frame is addressed so; pkttype_mt in net/netfilter/xt_pkttype.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    String wanted = EnumWords.lowerCase(given.get(PKT_TYPE).orElseThrow());
    boolean negated = given.isNegated(PKT_TYPE);
    return packet -> packet.isPacketType(wanted).not(negated);
  }
}
