package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.value.EcnCodepoint;
import java.util.List;

/**
 * {@code -m ecn}: the bits of explicit congestion notification; iptables-extensions(8), section
 * ecn, and the kernel's {@code net/netfilter/xt_ecn.c}.
 */
public final class EcnMatch {

  /** That the TCP header's bit ECE is set. */
  public static final OptionSpec<Flag> TCP_ECE = OptionSpec.flag("--ecn-tcp-ece").orNot();

  /** That the TCP header's bit CWR is set. */
  public static final OptionSpec<Flag> TCP_CWR = OptionSpec.flag("--ecn-tcp-cwr").orNot();

  /** The code point of the IP header. */
  public static final OptionSpec<EcnCodepoint> IP_ECT =
      OptionSpec.of("--ecn-ip-ect", EcnCodepoint.TYPE).orNot();

  private EcnMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ecn", TCP_ECE, TCP_CWR, IP_ECT).checked(EcnMatch::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing("match ecn needs --ecn-tcp-ece, --ecn-tcp-cwr or --ecn-ip-ect");
    }
    if (given.hasAny(TCP_ECE, TCP_CWR) && !rule.isProtocol(6)) {
      throw BadRule.protocol("match ecn needs -p tcp without ! to look at the TCP header");
    }
  }
}
