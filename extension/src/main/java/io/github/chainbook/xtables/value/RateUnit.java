package io.github.chainbook.xtables.value;

import java.util.Optional;

/** The span of time that a rate of packets is given for. */
public enum RateUnit {
  DAY("day", "day", 24 * 60 * 60),
  HOUR("hour", "hour", 60 * 60),
  MINUTE("minute", "min", 60),
  SECOND("second", "sec", 1);

  private final String word;
  private final String printed;
  private final int seconds;

  RateUnit(String word, String printed, int seconds) {
    this.word = word;
    this.printed = printed;
    this.seconds = seconds;
  }

  /** How many seconds it lasts. */
  public int seconds() {
    return seconds;
  }

  /** The unit whose English word begins so, in letters of any case. */
  static Optional<RateUnit> begunBy(String letters) {
    if (letters.isEmpty()) {
      return Optional.empty();
    }
    for (RateUnit unit : values()) {
      if (Letters.begins(letters, unit.word)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** As iptables-save prints it, such as {@code min}. */
  @Override
  public String toString() {
    return printed;
  }
}
