package io.github.chainbook.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Chains of a table, found by the letters of a line without a word being cut out of it. Those are
 * left out whose names a rule would understand otherwise, such as {@code -x}.
 */
final class ChainNames {

  private final ChainBuilder[] slots;
  private final byte[][] letters;

  /** Keeps these chains, whose names differ. */
  ChainNames(Collection<ChainBuilder> chains) {
    slots = new ChainBuilder[Integer.highestOneBit(chains.size() + 1) * 4];
    letters = new byte[slots.length][];
    for (ChainBuilder chain : chains) {
      if (mayHold(chain.name())) {
        int slot = slot(chain.name().hashCode());
        while (slots[slot] != null) {
          slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = chain;
        letters[slot] = chain.name().getBytes(StandardCharsets.UTF_8);
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
    while (slots[slot] != null
        && !Arrays.equals(text, from, to, letters[slot], 0, letters[slot].length)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slots[slot];
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }
}
