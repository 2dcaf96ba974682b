package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.PlainWord;
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

  /** A type that reads so, and prints so without quotes. */
  public static <T> ValueType<T> of(Reader<T> reader, Function<T, String> printer) {
    return of(PlainWord.NONE, reader, printer);
  }

  /** A type that reads so, with plain words of these kinds, and prints so without quotes. */
  public static <T> ValueType<T> of(
      PlainWord plain, Reader<T> reader, Function<T, String> printer) {
    return new Word<>(reader, value -> Value.of(printer.apply(value)), false, plain);
  }

  /** A type that reads so, and prints its {@code toString} in quotes. */
  public static <T> ValueType<T> inQuotes(Reader<T> reader) {
    return new Word<>(reader, value -> new Value(value.toString(), true), false, PlainWord.NONE);
  }

  /** A type whose words may look like options, which reads so and prints so. */
  public static <T> ValueType<T> freeText(Reader<T> reader, Function<T, Value> printer) {
    return freeText(PlainWord.NONE, reader, printer);
  }

  /** The same, with plain words of these kinds. */
  public static <T> ValueType<T> freeText(
      PlainWord plain, Reader<T> reader, Function<T, Value> printer) {
    return new Word<>(reader, printer, true, plain);
  }

  private record Word<T>(
      Reader<T> reader, Function<T, Value> printer, boolean isFreeText, PlainWord plainWord)
      implements ValueType<T> {

    @Override
    public T read(List<String> words, RuleContext rule) throws BadValue {
      return reader.read(words.get(0), rule);
    }

    @Override
    public List<Value> print(T value) {
      return List.of(printer.apply(value));
    }
  }
}
