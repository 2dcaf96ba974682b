package io.github.chainbook.ruleset;

/**
 * Things by their names, found also by the letters of a name in a line without a word being cut out
 * of it. Tens of thousands of names are put and found with less than a map of the library does.
 *
 * @param <T> what has a name
 */
final class NameMap<T> {

  private final String[] names;
  private final Object[] values;

  /** No names yet, and room for so many, each of which is put once. */
  NameMap(int size) {
    names = new String[Integer.highestOneBit(size + 1) * 4];
    values = new Object[names.length];
  }

  /** Puts something whose name is not there. */
  void put(String name, T value) {
    int slot = slot(name.hashCode());
    while (names[slot] != null) {
      slot = next(slot);
    }
    names[slot] = name;
    values[slot] = value;
  }

  /** What has this name; null where nothing has. */
  T get(String name) {
    int slot = slot(name.hashCode());
    while (names[slot] != null && !names[slot].equals(name)) {
      slot = next(slot);
    }
    return value(slot);
  }

  /** What has the name whose letters stand from one index of a text to another; null for none. */
  T get(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = slot(hash);
    while (names[slot] != null && !isName(names[slot], hash, text, from, to)) {
      slot = next(slot);
    }
    return value(slot);
  }

  private static boolean isName(String name, int hash, byte[] text, int from, int to) {
    if (name.length() != to - from || name.hashCode() != hash) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (name.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // only put() fills the array
  private T value(int slot) {
    return (T) values[slot];
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & names.length - 1;
  }

  private int next(int slot) {
    return slot + 1 & names.length - 1;
  }
}
