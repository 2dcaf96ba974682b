package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.match.TcpMatch;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.TcpFlags;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;
import java.util.Set;

/**
 * {@code -j TCPMSS}: changes the largest segment that a side of a TCP connection offers to take;
 * iptables-extensions(8), section TCPMSS, and the kernel's {@code net/netfilter/xt_TCPMSS.c}.
 */
public final class TcpmssTarget {

  /** 65535 less the IP header. */
  private static final ValueType<Long> SIZE =
      WordType.of(
          (word, rule) -> Numbers.parse(word, 0, rule.family() == Family.IPV4 ? 65515 : 65495),
          String::valueOf);

  /** The size in bytes; a smaller one stays. */
  public static final OptionSpec<Long> SET_MSS = OptionSpec.of("--set-mss", SIZE);

  /** That the size is what the smallest MTU of both directions leaves. */
  public static final OptionSpec<Flag> CLAMP_MSS_TO_PMTU = OptionSpec.flag("--clamp-mss-to-pmtu");

  private TcpmssTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TCPMSS", SET_MSS, CLAMP_MSS_TO_PMTU)
            .onProtocols(6)
            .atHooks(TcpmssTarget::hooks)
            .printed(TcpmssTarget::print)
            .checked(TcpmssTarget::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing("target TCPMSS needs --set-mss or --clamp-mss-to-pmtu");
    }
    if (rule.besides().stream().noneMatch(TcpmssTarget::asksForSyn)) {
      throw BadRule.of("target TCPMSS needs a match for SYN packets: -m tcp --syn or --tcp-flags");
    }
  }

  // Only such packets name a size: find_syn_match in xt_TCPMSS.c.
  private static boolean asksForSyn(RuleOption option) {
    return !option.negated()
        && option
            .meaning(TcpMatch.TCP_FLAGS)
            .filter(flags -> (flags.set() & TcpFlags.SYN.set()) != 0)
            .isPresent();
  }

  // The path is known where the packet leaves.
  private static Set<String> hooks(Options given) {
    return last(given).stream().anyMatch(o -> o.name().equals(CLAMP_MSS_TO_PMTU.name()))
        ? Set.of("FORWARD", "OUTPUT", "POSTROUTING")
        : Set.of();
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    return last(given);
  }

  // Of the two options the one that stands last counts.
  private static List<RuleOption> last(Options given) {
    List<RuleOption> list = given.list();
    return list.subList(Math.max(0, list.size() - 1), list.size());
  }

  /** Lowers the size that is offered, or adds one; net/netfilter/xt_TCPMSS.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    return new TcpmssAction(given);
  }
}
