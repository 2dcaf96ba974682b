package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.CalendarDays;
import io.github.chainbook.xtables.value.ClockTime;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code -m time}: when a packet comes; iptables-extensions(8), section time. */
public final class TimeMatch {

  private static final LocalTime DAY_BEGINS = LocalTime.MIN;
  private static final LocalTime DAY_ENDS = LocalTime.of(23, 59, 59);

  /** The time of day from which on it matches; midnight where nothing is said. */
  public static final OptionSpec<LocalTime> TIMESTART =
      OptionSpec.of("--timestart", ClockTime.OF_DAY);

  /** The last second of the day in which it matches; 23:59:59 where nothing is said. */
  public static final OptionSpec<LocalTime> TIMESTOP =
      OptionSpec.of("--timestop", ClockTime.OF_DAY);

  /** The days of the month; with {@code !} all but these, which iptables saves without it. */
  public static final OptionSpec<Set<Integer>> MONTHDAYS =
      OptionSpec.of("--monthdays", CalendarDays.OF_MONTH).orNot();

  /** The days of the week; with {@code !} all but these, which iptables saves without it. */
  public static final OptionSpec<Set<DayOfWeek>> WEEKDAYS =
      OptionSpec.of("--weekdays", CalendarDays.OF_WEEK).orNot();

  /** The moment from which on it matches, in UTC or the kernel's zone. */
  public static final OptionSpec<LocalDateTime> DATESTART =
      OptionSpec.of("--datestart", ClockTime.MOMENT);

  /** The last second in which it matches; the greatest of 31 bits where nothing is said. */
  public static final OptionSpec<LocalDateTime> DATESTOP =
      OptionSpec.of("--datestop", ClockTime.MOMENT);

  /** That times are of UTC, as they are where nothing is said. */
  public static final OptionSpec<Flag> UTC =
      OptionSpec.flag("--utc").not("--localtz", "--kerneltz");

  /** That times are of the kernel's zone: the older name. */
  public static final OptionSpec<Flag> LOCALTZ = OptionSpec.flag("--localtz");

  /** That times are of the kernel's zone. */
  public static final OptionSpec<Flag> KERNELTZ = OptionSpec.flag("--kerneltz");

  /** That a span over midnight belongs to the day on which it begins. */
  public static final OptionSpec<Flag> CONTIGUOUS = OptionSpec.flag("--contiguous");

  private TimeMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "time",
                TIMESTART,
                TIMESTOP,
                MONTHDAYS,
                WEEKDAYS,
                DATESTART,
                DATESTOP,
                UTC,
                LOCALTZ,
                KERNELTZ,
                CONTIGUOUS)
            .varying()
            .printed(TimeMatch::print)
            .checked(TimeMatch::check));
  }

  // time_save in libxt_time.c. The end of all dates is printed although nobody gave it.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    LocalTime start = given.get(TIMESTART, DAY_BEGINS);
    LocalTime stop = given.get(TIMESTOP, DAY_ENDS);
    if (!start.equals(DAY_BEGINS) || !stop.equals(DAY_ENDS)) {
      printed.add(TIMESTART.saying(start));
      printed.add(TIMESTOP.saying(stop));
    }
    given
        .option(MONTHDAYS)
        .map(o -> CalendarDays.matchingOfMonth(given.get(MONTHDAYS, Set.of()), o.negated()))
        .filter(days -> !days.equals(CalendarDays.WHOLE_MONTH))
        .ifPresent(days -> printed.add(MONTHDAYS.saying(days)));
    given
        .option(WEEKDAYS)
        .map(o -> CalendarDays.matchingOfWeek(given.get(WEEKDAYS, Set.of()), o.negated()))
        .filter(days -> !days.equals(CalendarDays.WHOLE_WEEK))
        .ifPresent(days -> printed.add(WEEKDAYS.saying(days)));
    addDate(DATESTART, given.get(DATESTART, ClockTime.EPOCH), printed);
    addDate(DATESTOP, given.get(DATESTOP, ClockTime.END), printed);
    if (given.hasAny(LOCALTZ, KERNELTZ)) {
      printed.add(KERNELTZ.saying(Flag.SET));
    }
    given.option(CONTIGUOUS).ifPresent(printed::add);
    return printed;
  }

  private static void addDate(
      OptionSpec<LocalDateTime> spec, LocalDateTime date, List<RuleOption> printed) {
    if (!date.equals(ClockTime.EPOCH)) {
      printed.add(spec.saying(date));
    }
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.has(CONTIGUOUS)
        && given.get(TIMESTART, DAY_BEGINS).isBefore(given.get(TIMESTOP, DAY_ENDS))) {
      throw BadRule.at(
          CONTIGUOUS, "--contiguous needs a --timestop that is before --timestart, over midnight");
    }
  }

  /** Whether it is such a time; time_mt in net/netfilter/xt_time.c. No clock is known here. */
  public static PacketTest test(Options given, RuleContext rule) {
    boolean limited = given.hasAny(TIMESTART, TIMESTOP, MONTHDAYS, WEEKDAYS, DATESTART, DATESTOP);
    return packet -> limited ? Truth.UNKNOWN : Truth.YES;
  }
}
