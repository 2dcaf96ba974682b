package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One of a few words, each of which stands for a constant of an enum. */
public final class NamedConstants {

  private NamedConstants() {}

  /** The constants under these words, written exactly so. */
  public static <E extends Enum<E>> ValueType<E> exact(Class<E> type, Function<E, String> word) {
    return of(type, word, UnaryOperator.identity());
  }

  /** The constants under these words, written in small or capital letters. */
  public static <E extends Enum<E>> ValueType<E> anyCase(Class<E> type, Function<E, String> word) {
    return of(type, word, Letters::small);
  }

  private static <E extends Enum<E>> ValueType<E> of(
      Class<E> type, Function<E, String> word, UnaryOperator<String> folded) {
    List<E> constants = List.of(type.getEnumConstants());
    return WordType.of(
        (written, rule) -> {
          for (E constant : constants) {
            if (folded.apply(word.apply(constant)).equals(folded.apply(written))) {
              return constant;
            }
          }
          throw unknown(written, constants.stream().map(word).toList());
        },
        word);
  }

  /** The numbers of the constants, counted from 0. */
  public static <E extends Enum<E>> ValueType<E> numbered(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return WordType.of(
        (written, rule) -> constants.get((int) Numbers.parse(written, 0, constants.size() - 1)),
        constant -> String.valueOf(constant.ordinal()));
  }

  /** The complaint about a word that is none of these. */
  public static BadValue unknown(String written, List<String> known) {
    return new BadValue(
        "expected one of "
            + String.join(", ", known)
            + ", found '"
            + written
            + "'"
            + DidYouMean.hint(written, known));
  }
}
