package io.github.chainbook.xtables.value;

import io.github.chainbook.text.DidYouMean;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Fixed words as constants of an enum, whose {@code toString} is the word that prints. */
public final class EnumWords {

  private EnumWords() {}

  /** One word, spelled as it prints. */
  public static <E extends Enum<E>> ValueType<E> exact(Class<E> kind) {
    EnumSet<E> known = EnumSet.allOf(kind);
    return WordType.of((word, rule) -> pick(word, known, "", String::equals), E::toString);
  }

  /** One word, in letters of any case. */
  public static <E extends Enum<E>> ValueType<E> anyCase(Class<E> kind) {
    EnumSet<E> known = EnumSet.allOf(kind);
    return WordType.of((word, rule) -> pick(word, known, "", EnumWords::same), E::toString);
  }

  /**
   * Words with commas, spelled as they print; printed in the enum's order.
   *
   * @param known which words there are
   */
  public static <E extends Enum<E>> ValueType<Set<E>> list(EnumSet<E> known) {
    return WordType.of(
        (word, rule) -> pickAll(word, known, "", String::equals), set -> print(set, ""));
  }

  /**
   * Words with commas, in letters of any case, of each its beginning at least; printed in full in
   * the enum's order.
   *
   * @param known which words there are, no two of which begin with the same letter
   * @param none the word that stands for no constant at all; empty where there is none
   */
  public static <E extends Enum<E>> ValueType<Set<E>> shortList(EnumSet<E> known, String none) {
    return WordType.of(
        (word, rule) -> pickAll(word, known, none, EnumWords::begins), set -> print(set, none));
  }

  private static boolean begins(String written, String name) {
    int length = written.length();
    return length > 0 && length <= name.length() && same(written, name.substring(0, length));
  }

  /** Whether two words differ in the case of the letters a to z at most. */
  static boolean same(String written, String name) {
    return written.equalsIgnoreCase(name) && written.chars().allMatch(c -> c < 0x80);
  }

  private static <E extends Enum<E>> Set<E> pickAll(
      String list, EnumSet<E> known, String none, BiPredicate<String, String> fits)
      throws BadValue {
    EnumSet<E> picked = EnumSet.noneOf(known.iterator().next().getDeclaringClass());
    for (String word : list.split(",", -1)) {
      if (none.isEmpty() || !fits.test(word, none)) {
        picked.add(pick(word, known, none, fits));
      }
    }
    return Collections.unmodifiableSet(picked);
  }

  private static <E extends Enum<E>> E pick(
      String word, EnumSet<E> known, String none, BiPredicate<String, String> fits)
      throws BadValue {
    for (E constant : known) {
      if (fits.test(word, constant.toString())) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>(known.stream().map(E::toString).toList());
    if (!none.isEmpty()) {
      names.add(none);
    }
    throw new BadValue(
        "expected one of "
            + String.join(", ", names)
            + ", found '"
            + word
            + "'"
            + DidYouMean.hint(word, names));
  }

  private static <E extends Enum<E>> String print(Set<E> set, String none) {
    return set.isEmpty() ? none : set.stream().map(E::toString).collect(Collectors.joining(","));
  }

  /** The constant's name in small letters, for enums whose words are written so. */
  public static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
