package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PacketRate;
import java.util.ArrayList;
import java.util.List;

/** {@code -m limit}: a rate for all packets together; iptables-extensions(8), section limit. */
public final class LimitMatch {

  /** Where nothing is said of it; XT_LIMIT_BURST in libxt_limit.c. */
  private static final long DEFAULT_BURST = 5;

  /** How many packets match in a span of time, on average; 3/hour where nothing is said. */
  public static final OptionSpec<PacketRate> LIMIT = OptionSpec.of("--limit", PacketRate.OF_LIMIT);

  /** How many packets match at once; 5 where nothing is said. */
  public static final OptionSpec<Long> BURST =
      OptionSpec.of("--limit-burst", Numbers.between(0, 10_000));

  private LimitMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("limit", LIMIT, BURST)
            .remembering()
            .varying()
            .printed(LimitMatch::print)
            .checked(LimitMatch::check));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    printed.add(LIMIT.saying(given.get(LIMIT, PacketRate.LIMIT_DEFAULT).printed()));
    given
        .option(BURST)
        .filter(o -> given.get(BURST, DEFAULT_BURST) != DEFAULT_BURST)
        .ifPresent(printed::add);
    return printed;
  }

  // limit_mt_check in net/netfilter/xt_limit.c: the time that a whole burst takes must not
  // overflow.
  private static void check(Options given, RuleContext rule) throws BadRule {
    long period = given.get(LIMIT, PacketRate.LIMIT_DEFAULT).period();
    long burst = given.get(BURST, DEFAULT_BURST);
    if (burst == 0) {
      throw BadRule.value(BURST, "expected a number from 1, as the kernel refuses a burst of 0");
    }
    if (credits(period * burst & Numbers.MAX_32) < credits(period)) {
      throw BadRule.value(
          given.has(BURST) ? BURST : LIMIT,
          "the kernel refuses a burst of " + burst + " at so slow a rate, as its clock overflows");
    }
  }

  // The kernel's timer runs 250 or 1000 times a second, which comes to the same.
  private static long credits(long ticks) {
    long perSecond = 32_000;
    long scale = 10_000;
    return ticks > Numbers.MAX_32 / perSecond
        ? ticks / scale * perSecond & Numbers.MAX_32
        : ticks * perSecond / scale;
  }

  /** Whether there is credit left; limit_mt in net/netfilter/xt_limit.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return PacketView::unknownEachTime;
  }
}
