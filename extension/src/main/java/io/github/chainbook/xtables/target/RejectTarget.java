package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.RejectReply;
import java.util.List;

/**
 * {@code -j REJECT}: drops the packet and tells its sender; iptables-extensions(8), section REJECT.
 * Tables and hooks are those of the kernel's net/ipv4/netfilter/ipt_REJECT.c.
 */
public final class RejectTarget {

  private static final int TCP = 6;

  /** What is answered; IPv4 and IPv6 have answers of their own. */
  public static final OptionSpec<RejectReply> REJECT_WITH =
      OptionSpec.of("--reject-with", RejectReply.TYPE);

  private RejectTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("REJECT", REJECT_WITH)
            .inTables("filter")
            .atHooks("INPUT", "FORWARD", "OUTPUT")
            .checked(RejectTarget::check)
            .printed(RejectTarget::print));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    boolean reset = given.get(REJECT_WITH).filter(RejectReply::isReset).isPresent();
    if (reset && !rule.isProtocol(TCP)) {
      throw BadRule.protocol("--reject-with tcp-reset needs -p tcp without !");
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    RejectReply standard = RejectReply.standard(rule.family());
    return List.of(REJECT_WITH.saying(given.get(REJECT_WITH, standard)));
  }

  /** Drops the packet and perhaps answers it; net/ipv4/netfilter/ipt_REJECT.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    return new RejectAction(given.get(REJECT_WITH, RejectReply.standard(rule.family())));
  }
}
