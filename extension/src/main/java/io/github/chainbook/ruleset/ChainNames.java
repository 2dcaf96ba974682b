package io.github.chainbook.ruleset;

import java.util.Collection;

/**
 * Names of chains, found by the letters of a line without a word being cut out of it. Names that a
 * rule would understand otherwise are left out, such as {@code -x}.
 */
final class ChainNames {

  private final String[] slots;

  /** Keeps these names, each of which is there once. */
  ChainNames(Collection<String> names) {
    slots = new String[Integer.highestOneBit(names.size() + 1) * 4];
    for (String name : names) {
      if (!name.isEmpty() && name.charAt(0) != '-' && name.charAt(0) != '!') {
        int slot = slot(name.hashCode());
        while (slots[slot] != null) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = name;
      }
    }
  }

  /** The name that begins at this index of a line and ends before a blank; null for no chain's. */
  String find(String line, int from) {
    int length = line.length();
    int hash = 0;
    int to = from;
    for (; to < length; to++) {
      char c = line.charAt(to);
      if (c == ' ') {
        break;
      }
      hash = 31 * hash + c;
    }
    int slot = slot(hash);
    for (String name = slots[slot]; name != null; name = slots[slot]) {
      if (name.hashCode() == hash && name.length() == to - from && line.startsWith(name, from)) {
        return name;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return null;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }
}
