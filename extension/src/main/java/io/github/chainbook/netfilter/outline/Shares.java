package io.github.chainbook.netfilter.outline;

import io.github.chainbook.words.Messages;
import java.util.Locale;

/** Says in words how large a part is. */
public final class Shares {

  private static final double NEAR = 1e-6;

  /** Parts of up to so many are said as such. */
  private static final int MOST = 10;

  private Shares() {}

  /**
   * {@code one in three}, {@code two in three}, or else per cent.
   *
   * @param share from 0 to 1
   */
  public static String words(double share, Messages messages) {
    for (int whole = 1; whole <= MOST; whole++) {
      long part = Math.round(share * whole);
      // A share that is kept in steps of 1/2^31 is seldom exact.
      if (Math.abs(share - (double) part / whole) < NEAR) {
        return part == whole
            ? messages.text("share.all")
            : part == 0 && share > 0
                ? percent(share, messages)
                : words((int) part, whole, messages);
      }
    }
    return percent(share, messages);
  }

  private static String words(int part, int whole, Messages messages) {
    return part == 0
        ? messages.text("share.none")
        : messages.text(
            "share.of", "part", number(part, messages), "whole", number(whole, messages));
  }

  private static String number(int number, Messages messages) {
    return messages.text("number." + number);
  }

  private static String percent(double share, Messages messages) {
    String number = String.format(Locale.ROOT, share < 0.001 ? "%.2g" : "%.1f", share * 100);
    return messages.text("share.percent", "percent", number.replaceAll("\\.0$", ""));
  }
}
