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
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Burst;
import io.github.chainbook.xtables.value.FlowKey;
import io.github.chainbook.xtables.value.FlowRate;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PrefixLength;
import io.github.chainbook.xtables.value.ProcName;
import io.github.chainbook.xtables.value.WholeSeconds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code -m hashlimit}: a rate for each flow; iptables-extensions(8), section hashlimit. */
public final class HashlimitMatch {

  /** NAME_MAX less the terminating zero; linux/netfilter/xt_hashlimit.h. */
  private static final int MAX_NAME_BYTES = 254;

  /** HASHLIMIT_MAX_SIZE of net/netfilter/xt_hashlimit.c, to which the kernel cuts sizes. */
  private static final long MAX_SIZE = 1_048_576;

  private static final long DEFAULT_GC_INTERVAL = 1000;

  /** Matches while a flow is not faster; with {@code !} it is --hashlimit-above. */
  public static final OptionSpec<FlowRate> UPTO =
      OptionSpec.of("--hashlimit-upto", FlowRate.TYPE)
          .alias("--hashlimit")
          .orNot()
          .not("--hashlimit-above");

  /** Matches what a flow sends faster; with {@code !} it is --hashlimit-upto. */
  public static final OptionSpec<FlowRate> ABOVE =
      OptionSpec.of("--hashlimit-above", FlowRate.TYPE).orNot();

  /** How many packets or bytes pass at once; 5 packets where nothing is said. */
  public static final OptionSpec<Burst> BURST = OptionSpec.of("--hashlimit-burst", Burst.TYPE);

  /** What the packets of a flow have in common; nothing where nothing is said. */
  public static final OptionSpec<Set<FlowKey>> MODE =
      OptionSpec.of("--hashlimit-mode", FlowKey.LIST);

  /** The table of flows, which rules of the same name share. */
  public static final OptionSpec<String> NAME =
      OptionSpec.of("--hashlimit-name", ProcName.cut(MAX_NAME_BYTES)).needed();

  /** How many buckets the table has; the kernel chooses for 0. */
  public static final OptionSpec<Long> HTABLE_SIZE =
      OptionSpec.of("--hashlimit-htable-size", Numbers.between(0, Numbers.MAX_32));

  /** How many flows the table holds; the kernel chooses for 0. */
  public static final OptionSpec<Long> HTABLE_MAX =
      OptionSpec.of("--hashlimit-htable-max", Numbers.between(0, Numbers.MAX_32));

  /** How many milliseconds lie between two searches for flows that have ended. */
  public static final OptionSpec<Long> GC_INTERVAL =
      OptionSpec.of("--hashlimit-htable-gcinterval", Numbers.between(1, Numbers.MAX_32));

  /** After how many idle milliseconds a flow has ended. */
  public static final OptionSpec<Long> EXPIRE =
      OptionSpec.of("--hashlimit-htable-expire", Numbers.between(1, Numbers.MAX_32));

  /** How many leading bits of the source count. */
  public static final OptionSpec<Integer> SRCMASK =
      OptionSpec.of("--hashlimit-srcmask", PrefixLength.TYPE);

  /** How many leading bits of the destination count. */
  public static final OptionSpec<Integer> DSTMASK =
      OptionSpec.of("--hashlimit-dstmask", PrefixLength.TYPE);

  /** Compares the rate alone: no credit is spent and there is no burst. */
  public static final OptionSpec<Flag> RATE_MATCH = OptionSpec.flag("--hashlimit-rate-match");

  /** Over how many seconds the rate is measured; only with --hashlimit-rate-match. */
  public static final OptionSpec<Long> RATE_INTERVAL =
      OptionSpec.of("--hashlimit-rate-interval", WholeSeconds.TYPE);

  private HashlimitMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "hashlimit",
                UPTO,
                ABOVE,
                BURST,
                MODE,
                NAME,
                HTABLE_SIZE,
                HTABLE_MAX,
                GC_INTERVAL,
                EXPIRE,
                SRCMASK,
                DSTMASK,
                RATE_MATCH,
                RATE_INTERVAL)
            .remembering()
            .varying()
            .printed(HashlimitMatch::print)
            .checked(HashlimitMatch::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(UPTO, ABOVE)) {
      throw BadRule.missing("match hashlimit needs --hashlimit-upto or --hashlimit-above");
    }
    HashlimitRate.check(given);
  }

  // hashlimit_mt_save in libxt_hashlimit.c. What is said of a table's default is not printed.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    if (!given.hasAny(UPTO, ABOVE)) {
      return given.list();
    }
    List<RuleOption> printed = new ArrayList<>();
    HashlimitRate rate = HashlimitRate.of(given);
    boolean above = given.has(ABOVE) != (given.isNegated(ABOVE) || given.isNegated(UPTO));
    printed.add((above ? ABOVE : UPTO).saying(rate.printed()));
    rate.burst().ifPresent(burst -> printed.add(BURST.saying(burst)));
    addUnless(given, MODE, Set.of(), printed);
    given.option(NAME).ifPresent(printed::add);
    addSize(given, HTABLE_SIZE, printed);
    addSize(given, HTABLE_MAX, printed);
    addUnless(given, GC_INTERVAL, DEFAULT_GC_INTERVAL, printed);
    if (rate.expire() != rate.usualExpire()) {
      printed.add(EXPIRE.saying(rate.expire()));
    }
    addUnless(given, SRCMASK, Address.bits(rule.family()), printed);
    addUnless(given, DSTMASK, Address.bits(rule.family()), printed);
    if (given.has(RATE_MATCH)) {
      given.option(RATE_MATCH).ifPresent(printed::add);
      if (rate.interval() != 1) {
        printed.add(RATE_INTERVAL.saying(rate.interval()));
      }
    }
    return printed;
  }

  private static <T> void addUnless(
      Options given, OptionSpec<T> spec, T usual, List<RuleOption> printed) {
    given.get(spec).filter(v -> !v.equals(usual)).ifPresent(v -> printed.add(spec.saying(v)));
  }

  private static void addSize(Options given, OptionSpec<Long> spec, List<RuleOption> printed) {
    long size = Math.min(given.get(spec, 0L), MAX_SIZE);
    if (size != 0) {
      printed.add(spec.saying(size));
    }
  }

  /** Whether its flow has credit left; hashlimit_mt in net/netfilter/xt_hashlimit.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return PacketView::unknownEachTime;
  }
}
