package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/** Words that are kept as they stand. */
public final class Words {

  private Words() {}

  /** So many words. */
  public static ValueType<List<String>> of(int count) {
    return new ValueType<>() {
      @Override
      public int words() {
        return count;
      }

      @Override
      public List<String> read(List<String> words, RuleContext rule) {
        return words;
      }

      @Override
      public List<Value> print(List<String> value) {
        return value.stream().map(Value::of).toList();
      }
    };
  }
}
