package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.value.Texts;
import java.util.List;

/** {@code -m nfacct}: counts for a name; iptables-extensions(8), section nfacct. */
public final class NfacctMatch {

  /** NFACCT_NAME_MAX less its terminating zero; linux/netfilter/nfnetlink_acct.h. */
  private static final int MAX_BYTES = 31;

  /** The counter, which {@code nfacct add} makes. */
  public static final OptionSpec<String> NAME =
      OptionSpec.of("--nfacct-name", Texts.cut(MAX_BYTES)).needed();

  private NfacctMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("nfacct", NAME)
            .remembering()
            .varying()
            .checked(
                (given, rule) -> {
                  String name = given.get(NAME, "");
                  if (name.isEmpty() || name.indexOf('\n') >= 0) {
                    throw BadRule.value(NAME, "expected a name of one line, not an empty one");
                  }
                }));
  }

  /** Whether the counter's quota is used up, or it has none; nfacct_mt in xt_nfacct.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return PacketView::unknownEachTime;
  }
}
