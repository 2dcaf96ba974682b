package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.ConnectionView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.ConntrackStatus;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PrefixLength;
import java.util.List;

/**
 * {@code -m connlimit}: how many connections a host or network has open; iptables-extensions(8),
 * section connlimit.
 */
public final class ConnlimitMatch {

  /** At most so many connections. */
  public static final OptionSpec<Long> UPTO =
      OptionSpec.of("--connlimit-upto", Numbers.between(0, Numbers.MAX_32))
          .orNot()
          .not("--connlimit-above");

  /** More than so many connections. */
  public static final OptionSpec<Long> ABOVE =
      OptionSpec.of("--connlimit-above", Numbers.between(0, Numbers.MAX_32))
          .orNot()
          .not("--connlimit-upto");

  /** How many leading bits of their addresses the hosts share that are counted together. */
  public static final OptionSpec<Integer> MASK =
      OptionSpec.of("--connlimit-mask", PrefixLength.OR_ALL);

  /** That hosts are told apart by the source address. */
  public static final OptionSpec<Flag> SADDR =
      OptionSpec.flag("--connlimit-saddr").not("--connlimit-daddr");

  /** That hosts are told apart by the destination address. */
  public static final OptionSpec<Flag> DADDR =
      OptionSpec.flag("--connlimit-daddr").not("--connlimit-saddr");

  private ConnlimitMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("connlimit", UPTO, ABOVE, MASK, SADDR, DADDR)
            .remembering()
            .varying()
            .checked(
                (given, rule) -> {
                  if (!given.hasAny(UPTO, ABOVE)) {
                    throw BadRule.missing(
                        "match connlimit needs --connlimit-upto or --connlimit-above");
                  }
                })
            .printed(ConnlimitMatch::print));
  }

  // The negation of one is the other, and defaults are printed.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    boolean upto = given.has(UPTO) != given.isNegated(given.has(UPTO) ? UPTO : ABOVE);
    long limit = given.get(UPTO).or(() -> given.get(ABOVE)).orElseThrow();
    return List.of(
        (upto ? UPTO : ABOVE).saying(limit),
        MASK.saying(given.get(MASK, Address.bits(rule.family()))),
        (given.has(DADDR) ? DADDR : SADDR).saying(Flag.SET));
  }

  /**
   * Whether so many connections are open; connlimit_mt in net/netfilter/xt_connlimit.c. The
   * packet's own one is counted too if it is new, so that there are more than none. One that is
   * there already is not, and where nothing else is counted the packet is dropped: Linux 6.18,
   * __nf_conncount_add in net/netfilter/nf_conncount.c.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    boolean upto = given.has(UPTO) != given.isNegated(given.has(UPTO) ? UPTO : ABOVE);
    long limit = given.get(UPTO).or(() -> given.get(ABOVE)).orElseThrow();
    return packet -> {
      ConnectionView connection = packet.connection();
      boolean counted =
          connection != null && connection.protocol() != 0 && packet.state() == ConntrackState.NEW;
      boolean old =
          connection != null
              && connection.has(ConntrackStatus.CONFIRMED) != Truth.NO
              && !"lo".equals(packet.inInterface());
      if (old) {
        return packet.unknownOrDropped();
      }
      return limit == 0 && counted ? Truth.of(!upto) : packet.unknownEachTime();
    };
  }
}
