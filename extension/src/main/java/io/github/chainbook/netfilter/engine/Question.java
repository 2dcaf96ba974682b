package io.github.chainbook.netfilter.engine;

import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.value.Mark;

/**
 * What a test asked that is not known.
 *
 * @param field the field that is not known; null where it is no field
 * @param set the numbers that it would have to be one of
 * @param steps how many of 2^31 packets get a yes; -1 where it is not chance that decides
 * @param mark the bits of the mark that are asked for and not known; null where none are
 */
record Question(Field field, NumberSet set, long steps, Mark mark) {

  /** What memory or the clock decides. */
  static final Question EACH_TIME = new Question(null, null, -1, null);

  /** The same, of a match that may drop the packet as well. */
  static final Question OR_DROPPED = new Question(null, null, -2, null);

  static Question of(Field field, NumberSet set) {
    return new Question(field, set, -1, null);
  }

  static Question of(Mark mark) {
    return new Question(null, null, -1, mark);
  }

  static Question chance(long steps) {
    return new Question(null, null, steps, null);
  }

  /** The condition in words. */
  String words(boolean yes) {
    String name = field.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return name + (yes ? " is " : " is not ") + set;
  }
}
