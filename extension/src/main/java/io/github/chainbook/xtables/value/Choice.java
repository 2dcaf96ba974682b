package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/** One of a few words. */
public final class Choice {

  private Choice() {}

  /** One of these words, printed as it stands. */
  public static ValueType<String> of(String... words) {
    List<String> known = List.of(words);
    return WordType.of((word, rule) -> pick(word, known), word -> word);
  }

  /**
   * The word, if it is one of these.
   *
   * @throws BadValue where it is none
   */
  public static String pick(String word, List<String> known) throws BadValue {
    if (known.contains(word)) {
      return word;
    }
    throw new BadValue(
        "expected one of "
            + String.join(", ", known)
            + ", found '"
            + word
            + "'"
            + DidYouMean.hint(word, known));
  }
}
