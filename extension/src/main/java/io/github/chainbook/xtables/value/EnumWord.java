package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.Locale;

/** One of the constants of an enum, written in small letters. */
public final class EnumWord {

  private EnumWord() {}

  /** Reads and prints the names of these constants, in small letters and with no other spelling. */
  public static <E extends Enum<E>> ValueType<E> of(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    List<String> words = constants.stream().map(EnumWord::word).toList();
    return WordType.of(
        (word, rule) -> constants.get(words.indexOf(Choice.pick(word, words))), EnumWord::word);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
