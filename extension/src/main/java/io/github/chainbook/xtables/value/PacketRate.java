package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;

/**
 * A number of packets in a span of time, kept as the kernel keeps it: as the time between two
 * packets, in whole ticks. What was written may have another number or unit.
 *
 * @param period how many ticks lie between two packets
 * @param ticks how many ticks a second has
 * @param unit the unit that it was written with
 */
public record PacketRate(long period, long ticks, RateUnit unit) implements FlowRate {

  /** XT_LIMIT_SCALE of linux/netfilter/xt_limit.h. */
  private static final long LIMIT_TICKS = 10_000;

  /** XT_HASHLIMIT_SCALE_v2 of linux/netfilter/xt_hashlimit.h. */
  private static final long HASHLIMIT_TICKS = 1_000_000;

  /** Three packets an hour, which limit takes where nothing is said. */
  public static final PacketRate LIMIT_DEFAULT =
      new PacketRate(RateUnit.HOUR.seconds() * LIMIT_TICKS / 3, LIMIT_TICKS, RateUnit.HOUR);

  /** The fastest rate of hashlimit: a million packets a second. */
  public static final PacketRate HASHLIMIT_FASTEST =
      new PacketRate(1, HASHLIMIT_TICKS, RateUnit.SECOND);

  /** The rate of limit: {@code 5}, {@code 5/sec}, {@code 3/hour}. */
  public static final ValueType<PacketRate> OF_LIMIT =
      WordType.of((word, rule) -> ofLimit(word), PacketRate::toString);

  private static PacketRate ofLimit(String word) throws BadValue {
    return parse(word, CNumber.signed(word) & Numbers.MAX_32, LIMIT_TICKS);
  }

  static PacketRate ofHashlimit(String word) throws BadValue {
    return parse(word, CNumber.signed(word), HASHLIMIT_TICKS);
  }

  private static PacketRate parse(String word, long number, long ticks) throws BadValue {
    int slash = word.indexOf('/');
    RateUnit unit =
        slash < 0
            ? RateUnit.SECOND
            : RateUnit.begunBy(word.substring(slash + 1))
                .orElseThrow(() -> BadValue.expected("a rate such as 10/min", word));
    if (number == 0) {
      throw BadValue.expected("a rate such as 10/min", word);
    }
    long period = Long.divideUnsigned(unit.seconds() * ticks, number);
    if (period == 0) {
      throw BadValue.expected("a rate of at most " + ticks + " packets a second", word);
    }
    return new PacketRate(period, ticks, unit);
  }

  /** The unit that it prints with: the finest one in which it still is a whole number, nearly. */
  public RateUnit printedUnit() {
    RateUnit best = RateUnit.DAY;
    if (period == 0) {
      return RateUnit.SECOND;
    }
    for (RateUnit finer : RateUnit.values()) {
      long span = finer.seconds() * ticks;
      boolean fits = period <= span && span / period >= span % period;
      if (finer != RateUnit.DAY && !fits) {
        break;
      }
      best = finer;
    }
    return best;
  }

  /** How many packets it prints, for {@link #printedUnit}. */
  public long printedCount() {
    return printedUnit().seconds() * ticks / period;
  }

  /** The same, as if it had been written as it prints. */
  public PacketRate printed() {
    return new PacketRate(period, ticks, printedUnit());
  }

  /** The same number for one second instead of a unit. */
  public PacketRate eachSecond() {
    return new PacketRate(period / unit.seconds(), ticks, unit);
  }

  /** {@code 3/hour}. */
  @Override
  public String toString() {
    return printedCount() + "/" + printedUnit();
  }
}
