package io.github.chainbook.netfilter.outline;

import java.util.List;
import java.util.Locale;

/** Says in words how large a part is. */
public final class Shares {

  private static final double NEAR = 1e-6;
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private Shares() {}

  /**
   * {@code one in three}, {@code two in three}, or else per cent.
   *
   * @param share from 0 to 1
   */
  public static String words(double share) {
    for (int whole = 1; whole < NUMBERS.size(); whole++) {
      long part = Math.round(share * whole);
      // A share that is kept in steps of 1/2^31 is seldom exact.
      if (Math.abs(share - (double) part / whole) < NEAR) {
        return part == whole
            ? "all"
            : part == 0 && share > 0 ? percent(share) : words((int) part, whole);
      }
    }
    return percent(share);
  }

  private static String words(int part, int whole) {
    return part == 0 ? "none" : NUMBERS.get(part) + " in " + NUMBERS.get(whole);
  }

  private static String percent(double share) {
    String number = String.format(Locale.ROOT, share < 0.001 ? "%.2g" : "%.1f", share * 100);
    return "about " + number.replaceAll("\\.0$", "") + " per cent";
  }
}
