package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.Value;
import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * A word that may be left out.
 *
 * @param type how the word is read where it stands
 * @param <T> what it means
 */
public record OptionalWord<T>(ValueType<T> type) implements ValueType<Optional<T>> {

  /** A word of this type, or none. */
  public static <T> ValueType<Optional<T>> of(ValueType<T> type) {
    return new OptionalWord<>(type);
  }

  /** Whether the word may be left out. */
  @Override
  public boolean isOptional() {
    return true;
  }

  @Override
  public Optional<T> read(List<String> words, RuleContext rule) throws BadValue {
    return words.isEmpty() ? Optional.empty() : Optional.of(type.read(words, rule));
  }

  @Override
  public List<Value> print(Optional<T> value) {
    return value.map(type::print).orElse(List.of());
  }
}
