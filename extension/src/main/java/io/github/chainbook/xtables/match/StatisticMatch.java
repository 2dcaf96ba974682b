package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.Probability;
import java.util.List;

/** {@code -m statistic}: some packets only; iptables-extensions(8), section statistic. */
public final class StatisticMatch {

  /** How packets are chosen. */
  public enum Mode {
    /** By chance. */
    RANDOM,
    /** By counting. */
    NTH;

    @Override
    public String toString() {
      return EnumWords.lowerCase(this);
    }
  }

  /** How packets are chosen. */
  public static final OptionSpec<Mode> MODE =
      OptionSpec.of("--mode", EnumWords.exact(Mode.class)).needed();

  /** How probable it is that a packet matches. */
  public static final OptionSpec<Probability> PROBABILITY =
      OptionSpec.of("--probability", Probability.TYPE).orNot().not("--every", "--packet");

  /** That one packet of so many matches; with {@code !}, all but that one. */
  public static final OptionSpec<Long> EVERY =
      OptionSpec.of("--every", Numbers.between(1, Numbers.MAX_32)).orNot().with("--packet");

  /** Which of them it is, counted from 0. */
  public static final OptionSpec<Long> PACKET =
      OptionSpec.of("--packet", Numbers.between(0, Numbers.MAX_32)).with("--every");

  private StatisticMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("statistic", MODE, PROBABILITY, EVERY, PACKET)
            .remembering()
            .varying()
            .checked(StatisticMatch::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    Mode mode = given.get(MODE, Mode.RANDOM);
    if (mode == Mode.RANDOM && !given.has(PROBABILITY)) {
      throw BadRule.missing("match statistic needs --probability beside --mode random");
    }
    if (mode == Mode.NTH && !given.has(EVERY)) {
      throw BadRule.missing("match statistic needs --every and --packet beside --mode nth");
    }
    if (given.get(PACKET, 0L) >= given.get(EVERY, Long.MAX_VALUE)) {
      throw BadRule.value(
          PACKET, "expected a number below that of --every, as counting starts with 0");
    }
  }

  /** Whether it is chosen; statistic_mt in net/netfilter/xt_statistic.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    if (given.get(MODE, Mode.RANDOM) == Mode.RANDOM) {
      long steps = given.get(PROBABILITY).orElseThrow().steps();
      return byChance(given.isNegated(PROBABILITY) ? (1L << 31) - steps : steps);
    }
    // One of one is each.
    boolean each = given.get(EVERY, 1L) == 1;
    Truth chosen = Truth.of(!given.isNegated(EVERY));
    return packet -> each ? chosen : packet.unknownEachTime();
  }

  private static PacketTest byChance(long steps) {
    if (steps == 0 || steps == 1L << 31) {
      Truth always = Truth.of(steps != 0);
      return packet -> always;
    }
    return packet -> packet.chance(steps);
  }
}
