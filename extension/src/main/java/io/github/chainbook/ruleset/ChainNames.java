package io.github.chainbook.ruleset;

import java.util.Collection;

/**
 * Chains of a table, found by the letters of a line without a word being cut out of it. Those are
 * left out whose names a rule would understand otherwise, such as {@code -x}.
 */
final class ChainNames {

  private final ChainBuilder[] slots;

  /** Keeps these chains, whose names differ. */
  ChainNames(Collection<ChainBuilder> chains) {
    slots = new ChainBuilder[Integer.highestOneBit(chains.size() + 1) * 4];
    for (ChainBuilder chain : chains) {
      if (mayHold(chain.name())) {
        int slot = slot(chain.name().hashCode());
        while (slots[slot] != null) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = chain;
      }
    }
  }

  /** Whether a name is none that is left out. */
  static boolean mayHold(String name) {
    return !name.isEmpty() && name.charAt(0) != '-' && name.charAt(0) != '!';
  }

  /** The chain of this name; null where there is none. */
  ChainBuilder find(String name) {
    int slot = slot(name.hashCode());
    while (slots[slot] != null && !slots[slot].name().equals(name)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot];
  }

  /** The chain whose name stands from one index of a text to another; null where there is none. */
  ChainBuilder find(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = slot(hash);
    while (slots[slot] != null && !isName(slots[slot].name(), hash, text, from, to)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot];
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

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }
}
