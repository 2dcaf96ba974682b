package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.value.BitRate;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.OptionalWord;
import io.github.chainbook.xtables.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code -m rateest}: the rate that the target RATEEST estimates; iptables-extensions(8), section
 * rateest. A rate is compared with a number, or with that of a second estimator. Whether an
 * estimator of a name is there, only the machine that loads the rules knows.
 */
public final class RateestMatch {

  /** IFNAMSIZ less its terminating zero; linux/netfilter/xt_rateest.h. */
  private static final int MAX_BYTES = 15;

  /** The estimator that is compared with a second one. */
  public static final OptionSpec<String> RATEEST1 = name("--rateest1").not("--rateest");

  /** The estimator that is compared with numbers; another spelling of --rateest1. */
  public static final OptionSpec<String> RATEEST = name("--rateest");

  /** The second estimator. */
  public static final OptionSpec<String> RATEEST2 = name("--rateest2");

  /** That rates are taken from given ones before they are compared. */
  public static final OptionSpec<Flag> DELTA = OptionSpec.flag("--rateest-delta");

  /** The rate in bits a second that the first estimator's is taken from. */
  public static final OptionSpec<Optional<BitRate>> BPS1 = bits("--rateest-bps1");

  /** The rate in packets a second that the first estimator's is taken from. */
  public static final OptionSpec<Optional<Long>> PPS1 = packets("--rateest-pps1");

  /** The rate in bits a second that is compared with, or that the second's is taken from. */
  public static final OptionSpec<Optional<BitRate>> BPS2 =
      bits("--rateest-bps2").not("--rateest-bps");

  /** The rate in packets a second that is compared with, or that the second's is taken from. */
  public static final OptionSpec<Optional<Long>> PPS2 =
      packets("--rateest-pps2").not("--rateest-pps");

  /** The rate in bits a second that is compared with; none beside a second estimator. */
  public static final OptionSpec<Optional<BitRate>> BPS = bits("--rateest-bps");

  /** The rate in packets a second that is compared with; none beside a second estimator. */
  public static final OptionSpec<Optional<Long>> PPS = packets("--rateest-pps");

  /** That the rate is lower. */
  public static final OptionSpec<Flag> LT = OptionSpec.flag("--rateest-lt").orNot();

  /** That the rate is higher. */
  public static final OptionSpec<Flag> GT = OptionSpec.flag("--rateest-gt").orNot();

  /** That the rate is the same. */
  public static final OptionSpec<Flag> EQ = OptionSpec.flag("--rateest-eq").orNot();

  private RateestMatch() {}

  private static OptionSpec<String> name(String option) {
    return OptionSpec.of(option, Texts.plainCut(MAX_BYTES));
  }

  private static OptionSpec<Optional<BitRate>> bits(String option) {
    return OptionSpec.of(option, OptionalWord.of(BitRate.TYPE));
  }

  private static OptionSpec<Optional<Long>> packets(String option) {
    return OptionSpec.of(option, OptionalWord.of(Numbers.between(0, Numbers.MAX_32)));
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "rateest", RATEEST1, RATEEST, RATEEST2, DELTA, BPS1, PPS1, BPS2, PPS2, BPS, PPS, LT,
                GT, EQ)
            .varying()
            .printed(RateestMatch::print)
            .checked(RateestMatch::check));
  }

  // rateest_save in libxt_rateest.c. With both kinds of rates it prints the comparison twice, which
  // iptables-restore then refuses.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(DELTA).ifPresent(printed::add);
    String name = given.get(RATEEST1).or(() -> given.get(RATEEST)).orElse("");
    printed.add((given.has(RATEEST2) ? RATEEST1 : RATEEST).saying(name));
    addRates(given, BPS1, BPS2, BPS, BitRate.ZERO, printed);
    addRates(given, PPS1, PPS2, PPS, 0L, printed);
    given.option(RATEEST2).ifPresent(printed::add);
    return printed;
  }

  private static <T> void addRates(
      Options given,
      OptionSpec<Optional<T>> first,
      OptionSpec<Optional<T>> second,
      OptionSpec<Optional<T>> only,
      T zero,
      List<RuleOption> printed) {
    if (!given.hasAny(first, second, only)) {
      return;
    }
    T from = given.get(first).flatMap(v -> v).orElse(zero);
    T to = given.get(second).or(() -> given.get(only)).flatMap(v -> v).orElse(zero);
    if (given.has(DELTA)) {
      printed.add(first.saying(Optional.of(from)));
      addComparison(given, printed);
      printed.add(second.saying(Optional.of(to)));
    } else {
      addComparison(given, printed);
      printed.add(only.saying(given.has(RATEEST2) ? Optional.empty() : Optional.of(to)));
    }
  }

  // Of several comparisons the last one counts, and a ! before any of them.
  private static void addComparison(Options given, List<RuleOption> printed) {
    boolean negated = given.isNegated(LT) || given.isNegated(GT) || given.isNegated(EQ);
    OptionSpec<Flag> last = null;
    for (RuleOption option : given.list()) {
      for (OptionSpec<Flag> comparison : List.of(LT, GT, EQ)) {
        last = option.meaning(comparison).isPresent() ? comparison : last;
      }
    }
    if (last != null) {
      printed.add(last.saying(Flag.SET, negated));
    }
  }

  // xt_rateest_mt_checkentry in net/netfilter/xt_rateest.c.
  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(RATEEST, RATEEST1)) {
      throw BadRule.missing("match rateest needs --rateest or --rateest1");
    }
    if (!given.hasAny(BPS1, BPS2, BPS, PPS1, PPS2, PPS)) {
      throw BadRule.missing("match rateest needs a rate such as --rateest-bps or --rateest-pps");
    }
    if (!given.hasAny(LT, GT, EQ)) {
      throw BadRule.missing("match rateest needs --rateest-lt, --rateest-gt or --rateest-eq");
    }
  }

  /** Whether the rate is such; xt_rateest_mt in net/netfilter/xt_rateest.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return PacketView::unknownEachTime;
  }
}
