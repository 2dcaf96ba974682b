package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of days with commas between them, as {@code libxt_time.c} of iptables 1.8.9 reads them. */
public final class CalendarDays {

  /** The days 1 to 31. */
  public static final Set<Integer> WHOLE_MONTH =
      Collections.unmodifiableSet(
          new TreeSet<>(IntStream.rangeClosed(1, 31).boxed().collect(Collectors.toSet())));

  /** Monday to Sunday. */
  public static final Set<DayOfWeek> WHOLE_WEEK =
      Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

  /** Days of the month by number, such as {@code 1,15}; printed in order. */
  public static final ValueType<Set<Integer>> OF_MONTH =
      WordType.of(
          (word, rule) -> ofMonth(word),
          days -> days.stream().map(String::valueOf).collect(Collectors.joining(",")));

  /** Days of the week by name or number, such as {@code Mon,Fri}; printed by name, in order. */
  public static final ValueType<Set<DayOfWeek>> OF_WEEK =
      WordType.of(
          (word, rule) -> ofWeek(word),
          days -> days.stream().map(CalendarDays::name).collect(Collectors.joining(",")));

  private CalendarDays() {}

  /** These days, or all others. */
  public static Set<Integer> matchingOfMonth(Set<Integer> days, boolean negated) {
    Set<Integer> matching = new TreeSet<>(negated ? WHOLE_MONTH : days);
    if (negated) {
      matching.removeAll(days);
    }
    return Collections.unmodifiableSet(matching);
  }

  /** These days, or all others. */
  public static Set<DayOfWeek> matchingOfWeek(Set<DayOfWeek> days, boolean negated) {
    EnumSet<DayOfWeek> matching = EnumSet.noneOf(DayOfWeek.class);
    matching.addAll(days);
    return Collections.unmodifiableSet(negated ? EnumSet.complementOf(matching) : matching);
  }

  // Of each part two characters are read. The day 0 passes, and never comes.
  private static Set<Integer> ofMonth(String word) throws BadValue {
    Set<Integer> days = new TreeSet<>();
    for (int from = 0; from < word.length(); ) {
      int end = end(word, from);
      String part = word.substring(from, Math.min(end, from + 2));
      CNumber day = CNumber.anyBase(part, 0);
      boolean whole = day.end() == part.length();
      if (!whole || (day.value() & Numbers.MAX_32) > 31) {
        throw BadValue.expected("days from 1 to 31 with commas", word);
      }
      if (day.value() != 0) {
        days.add((int) day.value());
      }
      from = end + 1;
    }
    return Collections.unmodifiableSet(days);
  }

  // Of each part three characters are read, of a name two. Numbers above 7 pass: they are taken
  // modulo 32, as amd64 shifts bits, and those that still are above 7 never come.
  private static Set<DayOfWeek> ofWeek(String word) throws BadValue {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int from = 0; from < word.length(); ) {
      int end = end(word, from);
      String part = word.substring(from, Math.min(end, from + 3));
      CNumber number = CNumber.anyBase(part, 0);
      boolean whole = number.end() == part.length();
      if (whole && number.value() == 0) {
        throw weekdaysExpected(word);
      }
      int day = whole ? (int) (number.value() & 31) : named(part, word).getValue();
      if (day >= 1 && day <= 7) {
        days.add(DayOfWeek.of(day));
      }
      from = end + 1;
    }
    return Collections.unmodifiableSet(days);
  }

  private static int end(String word, int from) {
    int comma = word.indexOf(',', from);
    return comma < 0 ? word.length() : comma;
  }

  private static DayOfWeek named(String part, String word) throws BadValue {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (part.startsWith(name(day).substring(0, 2))) {
        return day;
      }
    }
    throw weekdaysExpected(word);
  }

  private static BadValue weekdaysExpected(String word) {
    return BadValue.expected("days from Mon to Sun, or from 1 to 7, with commas", word);
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
  }
}
