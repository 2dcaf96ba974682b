package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times of day and moments as {@code libxt_time.c} of iptables 1.8.9 reads them. */
public final class ClockTime {

  /** The beginning of 1970. */
  public static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

  /** The last second that a number of 31 bits can count. */
  public static final LocalDateTime END =
      LocalDateTime.ofEpochSecond(Integer.MAX_VALUE, 0, ZoneOffset.UTC);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  /** A time of day, {@code hh:mm[:ss]}; printed with seconds. */
  public static final ValueType<LocalTime> OF_DAY =
      WordType.of((word, rule) -> ofDay(word), TIME::format);

  /** A moment, {@code YYYY[-MM[-DD[Thh[:mm[:ss]]]]]}; printed in full. */
  public static final ValueType<LocalDateTime> MOMENT =
      WordType.of((word, rule) -> moment(word), DATE_TIME::format);

  private ClockTime() {}

  private static LocalTime ofDay(String word) throws BadValue {
    Fields fields = new Fields(word);
    Optional<Integer> hour = fields.next(':', 23).filter(h -> !fields.ended());
    Optional<Integer> minute = fields.nextOr(0, ':', 59);
    Optional<Integer> second = fields.nextOr(0, '\0', 59);
    if (hour.isEmpty() || minute.isEmpty() || second.isEmpty()) {
      throw BadValue.expected("a time of day such as 08:30 or 08:30:00", word);
    }
    return LocalTime.of(hour.get(), minute.get(), second.get());
  }

  // The month 0 is the one before January, and the day 31 of a shorter month lies in the next one:
  // mktime of the C library counts on.
  private static LocalDateTime moment(String word) throws BadValue {
    Fields fields = new Fields(word);
    Optional<Integer> year = fields.next('-', 2038).filter(y -> y >= 1970);
    Optional<Integer> month = fields.nextOr(1, '-', 12);
    Optional<Integer> day = fields.nextOr(1, 'T', 31);
    Optional<Integer> hour = fields.nextOr(0, ':', 23);
    Optional<Integer> minute = fields.nextOr(0, ':', 59);
    Optional<Integer> second = fields.nextOr(0, '\0', 59);
    boolean read =
        year.isPresent()
            && month.isPresent()
            && day.isPresent()
            && hour.isPresent()
            && minute.isPresent()
            && second.isPresent();
    if (read) {
      LocalDateTime moment =
          LocalDate.of(year.get(), 1, 1)
              .plusMonths(month.get() - 1)
              .plusDays(day.get() - 1)
              .atTime(hour.get(), minute.get(), second.get());
      if (!moment.isBefore(EPOCH)) {
        return moment;
      }
    }
    throw BadValue.expected("a date from 1970 to 2038 such as 2024-05-01T12:00:00", word);
  }

  /** Numbers with a separator behind each; a number that is not written is 0. */
  private static final class Fields {

    private final String word;
    private int next;

    Fields(String word) {
      this.word = word;
    }

    boolean ended() {
      return next > word.length();
    }

    Optional<Integer> nextOr(int otherwise, char separator, int max) {
      return ended() ? Optional.of(otherwise) : next(separator, max);
    }

    // Empty where the number is too great, or what follows is not the separator. The value is
    // cut to 32 bits before it is compared, as in C.
    Optional<Integer> next(char separator, int max) {
      CNumber number = CNumber.decimal(word, next);
      long value = number.value() & Numbers.MAX_32;
      boolean last = number.end() == word.length();
      boolean separated = !last && word.charAt(number.end()) == separator;
      next = last ? word.length() + 1 : number.end() + 1;
      return value <= max && (last || separated) ? Optional.of((int) value) : Optional.empty();
    }
  }
}
