package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/** The text that a logging target puts before each of its messages. */
public final class LogPrefix {

  private LogPrefix() {}

  /**
   * A text in one line that is not empty, and of which the kernel keeps the first so many bytes.
   * Printed in quotes where it needs them.
   */
  public static ValueType<String> cut(int maxBytes) {
    ValueType<String> text = Texts.cut(maxBytes);
    return new ValueType<>() {
      @Override
      public boolean isFreeText() {
        return true;
      }

      @Override
      public String read(List<String> words, RuleContext rule) throws BadValue {
        String word = words.get(0);
        if (word.isEmpty() || word.indexOf('\n') >= 0) {
          throw new BadValue("expected a text of one line that is not empty");
        }
        return text.read(words, rule);
      }

      @Override
      public List<Value> print(String value) {
        return text.print(value);
      }
    };
  }
}
