package io.github.chainbook.xtables.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** A set of numbers that are not negative, as ranges. */
public final class NumberSet {

  /** Every number of 32 bits. */
  public static final NumberSet ALL = of(0, 0xFFFFFFFFL);

  // low, high, low, high, … in order, without overlap.
  private final long[] ends;

  private NumberSet(long[] ends) {
    this.ends = ends;
  }

  /** The numbers from low to high, both included; none where low is above high. */
  public static NumberSet of(long low, long high) {
    return new NumberSet(low > high ? new long[0] : new long[] {low, high});
  }

  /** The numbers from 0 to high for which it holds. */
  public static NumberSet where(int high, IntPredicate holds) {
    long[] ends = new long[high + 2]; // ranges have a number between them at least
    int used = 0;
    for (int number = 0; number <= high; number++) {
      if (holds.test(number)) {
        boolean goesOn = used > 0 && ends[used - 1] == number - 1;
        if (!goesOn) {
          ends[used] = number;
          used += 2;
        }
        ends[used - 1] = number;
      }
    }
    return new NumberSet(Arrays.copyOf(ends, used));
  }

  /** The numbers of all these sets. */
  public static NumberSet union(List<NumberSet> sets) {
    List<long[]> ranges = new ArrayList<>();
    for (NumberSet set : sets) {
      for (int i = 0; i < set.ends.length; i += 2) {
        ranges.add(new long[] {set.ends[i], set.ends[i + 1]});
      }
    }
    ranges.sort((a, b) -> Long.compare(a[0], b[0]));
    long[] ends = new long[2 * ranges.size()];
    int used = 0;
    for (long[] range : ranges) {
      if (used > 0 && range[0] <= ends[used - 1] + 1) {
        ends[used - 1] = Math.max(ends[used - 1], range[1]);
      } else {
        ends[used] = range[0];
        ends[used + 1] = range[1];
        used += 2;
      }
    }
    return new NumberSet(Arrays.copyOf(ends, used));
  }

  /** Whether the number is in it. */
  public boolean contains(long number) {
    for (int i = 0; i < ends.length; i += 2) {
      if (number >= ends[i] && number <= ends[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether no number is in it. */
  public boolean isEmpty() {
    return ends.length == 0;
  }

  /** The numbers that are in both. */
  public NumberSet and(NumberSet other) {
    List<NumberSet> parts = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      for (int j = 0; j < other.ends.length; j += 2) {
        parts.add(of(Math.max(ends[i], other.ends[j]), Math.min(ends[i + 1], other.ends[j + 1])));
      }
    }
    return union(parts);
  }

  /** The numbers that are in this one alone. */
  public NumberSet without(NumberSet other) {
    NumberSet left = this;
    for (int i = 0; i < other.ends.length; i += 2) {
      NumberSet below = of(0, other.ends[i] - 1);
      NumberSet above = of(other.ends[i + 1] + 1, Long.MAX_VALUE);
      left = left.and(union(List.of(below, above)));
    }
    return left;
  }

  /** The number, where the set has one only; else -1. */
  public long single() {
    return ends.length == 2 && ends[0] == ends[1] ? ends[0] : -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberSet set && Arrays.equals(ends, set.ends);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ends);
  }

  /** {@code 22, 80-90}. */
  @Override
  public String toString() {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      ranges.add(ends[i] == ends[i + 1] ? "" + ends[i] : ends[i] + "-" + ends[i + 1]);
    }
    return ranges.stream().collect(Collectors.joining(", "));
  }
}
