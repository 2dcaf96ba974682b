package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.stream.Stream;

/** How grave a message of the kernel is, the gravest first; syslog(3). */
public enum LogLevel {
  EMERG,
  ALERT,
  CRIT,
  ERROR,
  WARNING,
  NOTICE,
  INFO,
  DEBUG;

  /** A number from 0 to 7 or a name; printed as a number ({@code XTTYPE_SYSLOGLEVEL}). */
  public static final ValueType<LogLevel> TYPE =
      WordType.of((word, rule) -> parse(word), level -> String.valueOf(level.ordinal()));

  /** The level's name in syslog.conf. */
  public String word() {
    return EnumWords.lowerCase(this);
  }

  private static LogLevel parse(String word) throws BadValue {
    Numbers.Scan scan = Numbers.Scan.number(word, 0);
    boolean number = scan.found() && scan.end() == word.length();
    if (number && Numbers.fits(scan.value(), 0, values().length - 1)) {
      return values()[(int) scan.value()];
    }
    List<LogLevel> levels = List.of(values());
    for (LogLevel level : levels) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    // An old name that libxtables still takes.
    if (word.equals("panic")) {
      return EMERG;
    }
    throw BadValue.unknown(
        word, Stream.concat(Stream.of("0 to 7"), levels.stream().map(LogLevel::word)).toList());
  }
}
