package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.regex.Pattern;

/**
 * Numbers with a mask for which iproute2 keeps names, such as realms and groups of interfaces. Each
 * of its files comes with a name for 0; names beyond that are the loading machine's.
 */
public final class NamedMark {

  /** No longer name fits a line of iproute2's files. */
  private static final int MAX_LENGTH = 512;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][^\\s/]*");

  private NamedMark() {}

  /**
   * {@code value[/mask]} or a name; printed in hexadecimal, or as this name where it is 0 with a
   * mask of all bits.
   */
  public static ValueType<Mark> zeroIs(String name) {
    Mark zero = new Mark(0, -1);
    return WordType.of(
        (word, rule) -> word.equals(name) ? zero : parse(word),
        mark -> mark.equals(zero) ? name : mark.toString());
  }

  private static Mark parse(String word) throws BadValue {
    if (word.length() < MAX_LENGTH && NAME.matcher(word).matches()) {
      throw BadValue.unresolved(
          "only the machine that loads the rules knows the number of " + word);
    }
    return Mark.parse(word);
  }
}
