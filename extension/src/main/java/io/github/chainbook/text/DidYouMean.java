package io.github.chainbook.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody who wrote another one probably meant. */
public final class DidYouMean {

  /** What is longer is no slip of the pen, and may be a megabyte. */
  private static final int MAX_LENGTH = 100;

  private DidYouMean() {}

  /**
   * The nearest of the known names, if one is near enough: at most a third of its letters differ. A
   * difference of case counts for nothing. Of equally near names the first in the alphabet wins.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    if (written.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String lower = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> !name.equals(written))
        .filter(name -> isNear(lower, name.toLowerCase(Locale.ROOT)))
        .min(
            Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The end of a message: {@code "; did you mean X?"}, or nothing. */
  public static String hint(String written, Collection<String> known) {
    return nearest(written, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  // The lengths are compared first: what was written may be a megabyte long.
  private static boolean isNear(String written, String name) {
    int limit = name.length() / 3;
    return Math.abs(written.length() - name.length()) <= limit && distance(written, name) <= limit;
  }

  /**
   * How many insertions, deletions and replacements of one character, and swaps of neighbours, make
   * one text of the other: the optimal string alignment distance.
   */
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = before;
      before = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }
}
