package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.value.Burst;
import io.github.chainbook.xtables.value.ByteRate;
import io.github.chainbook.xtables.value.FlowRate;
import io.github.chainbook.xtables.value.PacketRate;
import java.util.Optional;

/**
 * What hashlimit makes of a rate and of the options that depend on it: the final check and the save
 * function of libxt_hashlimit.c, revision 3.
 *
 * @param printed the rate as it prints
 * @param burst the burst as it prints, if it does
 * @param expire after how many idle milliseconds a flow has ended
 * @param usualExpire the same, as it follows from the rate that prints; then it does not print
 * @param interval over how many seconds --hashlimit-rate-match measures
 */
record HashlimitRate(
    FlowRate printed, Optional<Burst> burst, long expire, long usualExpire, long interval) {

  private static final Burst DEFAULT_BURST = new Burst(5, false);

  /** XT_HASHLIMIT_BYTE_EXPIRE and XT_HASHLIMIT_BYTE_EXPIRE_BURST, in milliseconds. */
  private static final long BYTES_EXPIRE = 15_000;

  private static final long BYTES_BURST_EXPIRE = 60_000;

  /** From options that have a rate. */
  static HashlimitRate of(Options given) {
    return rate(given) instanceof ByteRate bytes
        ? ofBytes(bytes, given)
        : ofPackets((PacketRate) rate(given), given);
  }

  private static FlowRate rate(Options given) {
    return given
        .get(HashlimitMatch.UPTO)
        .or(() -> given.get(HashlimitMatch.ABOVE))
        .orElse(PacketRate.HASHLIMIT_FASTEST);
  }

  // A burst is kept as a multiple of the rate.
  private static HashlimitRate ofBytes(ByteRate rate, Options given) {
    Optional<Burst> wanted = given.get(HashlimitMatch.BURST);
    long multiples = wanted.map(burst -> rate.multiplesIn(burst.amount())).orElse(0L);
    long derived = wanted.isPresent() ? BYTES_BURST_EXPIRE : BYTES_EXPIRE;
    return new HashlimitRate(
        rate,
        multiples == 0
            ? Optional.empty()
            : Optional.of(new Burst(rate.bytesPerSecond() * multiples, true)),
        given.get(HashlimitMatch.EXPIRE, derived),
        multiples == 0 ? BYTES_EXPIRE : BYTES_BURST_EXPIRE,
        given.get(HashlimitMatch.RATE_INTERVAL, 1L));
  }

  // With --hashlimit-rate-match the rate is kept for each second, and the unit as the interval.
  private static HashlimitRate ofPackets(PacketRate rate, Options given) {
    PacketRate kept = given.has(HashlimitMatch.RATE_MATCH) ? rate.eachSecond() : rate;
    long seconds = rate.unit().seconds();
    long burst = given.get(HashlimitMatch.BURST, DEFAULT_BURST).amount();
    return new HashlimitRate(
        kept.printed(),
        Optional.of(new Burst(burst, false)),
        given.get(HashlimitMatch.EXPIRE, seconds * 1000),
        kept.printedUnit().seconds() * 1000L,
        given.get(HashlimitMatch.RATE_INTERVAL, seconds));
  }

  /**
   * Refuses what iptables or hashlimit_mt_check_common of net/netfilter/xt_hashlimit.c refuses.
   *
   * @throws BadRule where they do
   */
  static void check(Options given) throws BadRule {
    FlowRate rate = rate(given);
    boolean rateMatch = given.has(HashlimitMatch.RATE_MATCH);
    if (rate instanceof ByteRate bytes) {
      checkBytes(bytes, given, rateMatch);
    } else {
      checkPackets((PacketRate) rate, given, rateMatch);
    }
  }

  private static void checkBytes(ByteRate rate, Options given, boolean rateMatch) throws BadRule {
    Optional<Burst> burst = given.get(HashlimitMatch.BURST);
    long least = Math.max(rate.bytesPerSecond(), 1);
    if (burst.isPresent() && Long.compareUnsigned(burst.get().amount(), least) < 0) {
      throw BadRule.value(
          HashlimitMatch.BURST, "expected at least " + least + "b, as much as the rate");
    }
    if (burst.isPresent() && rate.bytesPerSecond() == 0) {
      throw BadRule.at(
          HashlimitMatch.BURST, "--hashlimit-burst cannot stand beside a rate below 16b/s");
    }
    if (rate.cost() == 1 && !rateMatch) {
      throw tooFast(given, "expected a rate below 32gb/s");
    }
  }

  private static void checkPackets(PacketRate rate, Options given, boolean rateMatch)
      throws BadRule {
    long burst = given.get(HashlimitMatch.BURST, DEFAULT_BURST).amount();
    if (Long.compareUnsigned(burst, Burst.MAX_PACKETS) > 0) {
      throw BadRule.value(
          HashlimitMatch.BURST, "expected at most " + Burst.MAX_PACKETS + " packets");
    }
    if (rateMatch) {
      if (rate.eachSecond().period() == 0) {
        throw tooFast(given, "expected a rate of at most " + rate.ticks() + " packets a second");
      }
    } else if (burst == 0
        || Long.compareUnsigned(credits(rate.period() * burst), credits(rate.period())) < 0) {
      throw BadRule.value(
          HashlimitMatch.BURST,
          "the kernel refuses a burst of "
              + Long.toUnsignedString(burst)
              + " at so slow a rate, as its clock overflows");
    }
  }

  // HZ * CREDITS_PER_JIFFY / XT_HASHLIMIT_SCALE_v2, the same for 250 and 1000 timer ticks a second;
  // what 64 bits do not hold is lost.
  private static long credits(long ticks) {
    return ticks * ((250L << 39) / 1_000_000);
  }

  private static BadRule tooFast(Options given, String message) {
    boolean above = given.has(HashlimitMatch.ABOVE);
    return BadRule.value(above ? HashlimitMatch.ABOVE : HashlimitMatch.UPTO, message);
  }
}
