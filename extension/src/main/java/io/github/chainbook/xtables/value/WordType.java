package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.function.Function;

/** Values that are one word, made of two functions. */
public final class WordType {

  /** Reads a word, knowing the rule that it stands in. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * Reads a word.
     *
     * @throws BadValue where iptables refuses it
     */
    T read(String word, RuleContext rule) throws BadValue;
  }

  private WordType() {}

  /** A type that reads so and prints so. */
  public static <T> ValueType<T> of(Reader<T> reader, Function<T, String> printer) {
    return new ValueType<>() {
      @Override
      public T read(List<String> words, RuleContext rule) throws BadValue {
        return reader.read(words.get(0), rule);
      }

      @Override
      public List<Value> print(T value) {
        return List.of(Value.of(printer.apply(value)));
      }
    };
  }
}
