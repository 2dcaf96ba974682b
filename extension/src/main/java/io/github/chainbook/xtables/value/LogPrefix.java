package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;

/** The text that a logging target puts before each of its messages. */
public final class LogPrefix {

  private LogPrefix() {}

  /**
   * A text in one line that is not empty, and of which the kernel keeps the first so many bytes.
   * Printed in quotes where it needs them.
   */
  public static ValueType<String> cut(int maxBytes) {
    return WordType.freeText((word, rule) -> parse(word, maxBytes), Value::text);
  }

  private static String parse(String word, int maxBytes) throws BadValue {
    if (word.isEmpty() || word.indexOf('\n') >= 0) {
      throw new BadValue("expected a text of one line that is not empty");
    }
    return Texts.firstBytes(word, maxBytes);
  }
}
