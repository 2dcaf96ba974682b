package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.EstimatorTime;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -j RATEEST}: estimates the rate of the packets that come here, and lets them go on;
 * iptables-extensions(8), section RATEEST. iptables keeps the times as powers of two: the interval
 * becomes the next one from 250 ms to 8 s, the averaging time a multiple of it.
 */
public final class RateestTarget {

  /** IFNAMSIZ less its terminating zero; linux/netfilter/xt_RATEEST.h. */
  private static final int MAX_BYTES = 15;

  private static final long SHORTEST = 250_000;
  private static final int LONGEST_LOG = 5;
  private static final int MAX_EWMA_LOG = 29;

  /** The estimator; rules of the same name share it and must give the same times. */
  public static final OptionSpec<String> NAME =
      OptionSpec.of("--rateest-name", Texts.plainCut(MAX_BYTES)).needed();

  /** How often the rate is measured. */
  public static final OptionSpec<EstimatorTime> INTERVAL =
      OptionSpec.of("--rateest-interval", EstimatorTime.TYPE).needed();

  /** Over which time it is averaged. */
  public static final OptionSpec<EstimatorTime> EWMALOG =
      OptionSpec.of("--rateest-ewmalog", EstimatorTime.TYPE).needed();

  private RateestTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("RATEEST", NAME, INTERVAL, EWMALOG)
            .printed(RateestTarget::print)
            .checked(RateestTarget::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (intervalLog(given) > LONGEST_LOG) {
      throw BadRule.value(INTERVAL, "expected a time of at most 8s");
    }
    int ewmaLog = ewmaLog(given);
    if (ewmaLog == 0 || ewmaLog > MAX_EWMA_LOG) {
      throw BadRule.value(
          EWMALOG,
          "expected a time of 1.45 to a thousand million times that of --rateest-interval");
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(NAME).ifPresent(printed::add);
    if (given.has(INTERVAL) && given.has(EWMALOG)) {
      long interval = SHORTEST << intervalLog(given);
      printed.add(INTERVAL.saying(new EstimatorTime(interval)));
      // What does not fit 32 bits is lost.
      long ewma = interval << ewmaLog(given) & Numbers.MAX_32;
      printed.add(EWMALOG.saying(new EstimatorTime(ewma)));
    }
    return printed;
  }

  private static long micros(Options given, OptionSpec<EstimatorTime> spec) {
    return given.get(spec).map(EstimatorTime::microseconds).orElse(0L);
  }

  // How often the shortest interval must be doubled to be as long as the given one.
  private static int intervalLog(Options given) {
    int log = 0;
    while (log <= LONGEST_LOG && micros(given, INTERVAL) > SHORTEST << log) {
      log++;
    }
    return log;
  }

  // The estimator forgets 1/2^log of its average in each interval; this is the greatest log with
  // which it does not forget more slowly than asked for. 30 stands for none.
  private static int ewmaLog(Options given) {
    int log = 0;
    while (log <= MAX_EWMA_LOG && averagingTime(given, log + 1) <= micros(given, EWMALOG)) {
      log++;
    }
    return log;
  }

  private static double averagingTime(Options given, int log) {
    return micros(given, INTERVAL) / -Math.log(1 - Math.scalb(1.0, -log));
  }
}
