package io.github.chainbook.yaml;

import java.util.regex.Pattern;

/**
 * The kinds of scalars. Those that are no text are spelled as in JSON, so that no name, address or
 * time turns into a number or {@code true} by accident: {@code yes}, {@code 010} and {@code 1:20}
 * are text.
 */
public enum ScalarKind {
  TEXT,
  INTEGER,
  DECIMAL,
  TRUTH,
  NULL;

  // No more digits than any use has: what is done with such a number takes time.
  private static final Pattern INTEGERS = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMALS = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

  /** The kind of a scalar that stands without quotation marks. */
  static ScalarKind ofPlain(String text) {
    return switch (text) {
      case "", "~", "null" -> NULL;
      case "true", "false" -> TRUTH;
      default ->
          INTEGERS.matcher(text).matches()
              ? INTEGER
              : DECIMALS.matcher(text).matches() ? DECIMAL : TEXT;
    };
  }
}
