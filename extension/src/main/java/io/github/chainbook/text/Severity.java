package io.github.chainbook.text;

import java.util.Locale;

/** How bad a {@link Diagnostic} is. */
public enum Severity {
  ERROR,
  WARNING,
  INFO;

  /**
   * The word that stands in a printed diagnostic: {@code error}, {@code warning} or {@code info}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
