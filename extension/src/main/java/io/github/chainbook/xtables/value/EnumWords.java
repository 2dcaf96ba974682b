package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
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
    return WordType.of((word, rule) -> pickAnyCase(word, known), E::toString);
  }

  /** The constant's place in its enum as a number, counted from 0. */
  public static <E extends Enum<E>> ValueType<E> numbered(Class<E> kind) {
    List<E> constants = List.of(kind.getEnumConstants());
    return WordType.of(
        (word, rule) -> constants.get((int) Numbers.parse(word, 0, constants.size() - 1)),
        constant -> String.valueOf(constant.ordinal()));
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
   * @param known which words there are; of several that begin so the first is meant
   * @param none the word that stands for no constant at all; empty where there is none
   */
  public static <E extends Enum<E>> ValueType<Set<E>> shortList(EnumSet<E> known, String none) {
    return WordType.of(
        (word, rule) -> pickAll(word, known, none, EnumWords::begins), set -> print(set, none));
  }

  /**
   * Words with separators, any number of which may stand between words and at the ends, as C's
   * {@code strtok} has it; there may be no word at all. Printed with commas in the enum's order.
   *
   * @param separators the characters that separate
   * @param fits whether what is written, the first argument, means a word, the second
   */
  static <E extends Enum<E>> ValueType<Set<E>> tokens(
      Class<E> kind, String separators, BiPredicate<String, String> fits) {
    EnumSet<E> known = EnumSet.allOf(kind);
    return WordType.of(
        (word, rule) -> {
          EnumSet<E> picked = EnumSet.noneOf(kind);
          StringTokenizer tokens = new StringTokenizer(word, separators);
          while (tokens.hasMoreTokens()) {
            picked.add(pick(tokens.nextToken(), known, "", fits));
          }
          return Collections.unmodifiableSet(picked);
        },
        set -> print(set, ""));
  }

  /**
   * The constant of this word, in letters of any case.
   *
   * @throws BadValue where there is none
   */
  static <E extends Enum<E>> E pickAnyCase(String word, EnumSet<E> known) throws BadValue {
    return pick(word, known, "", Letters::same);
  }

  private static boolean begins(String written, String name) {
    return !written.isEmpty() && Letters.begins(written, name);
  }

  private static <E extends Enum<E>> Set<E> pickAll(
      String list, EnumSet<E> known, String none, BiPredicate<String, String> fits)
      throws BadValue {
    EnumSet<E> picked = EnumSet.copyOf(known);
    picked.clear();
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
    throw BadValue.unknown(word, names);
  }

  private static <E extends Enum<E>> String print(Set<E> set, String none) {
    return set.isEmpty() ? none : set.stream().map(E::toString).collect(Collectors.joining(","));
  }

  /** The constant's name in small letters, for enums whose words are written so. */
  public static String lowerCase(Enum<?> constant) {
    return Letters.small(constant.name());
  }
}
