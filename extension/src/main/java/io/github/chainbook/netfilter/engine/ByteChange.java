package io.github.chainbook.netfilter.engine;

import java.util.Arrays;
import java.util.List;

/**
 * A change to the bytes of a packet.
 *
 * @param offset where
 * @param inserts whether the bytes come between those that are there; else they replace them
 * @param values the bytes; -2 for one that is not known
 */
record ByteChange(int offset, boolean inserts, int[] values) {

  /** The bytes after these changes. */
  static int[] apply(List<ByteChange> changes, byte[] bytes) {
    int[] all = new int[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[i] & 0xFF;
    }
    for (ByteChange change : changes) {
      all = change.apply(all);
    }
    return all;
  }

  private int[] apply(int[] bytes) {
    int[] changed = bytes;
    if (inserts) {
      changed = Arrays.copyOf(bytes, bytes.length + values.length);
      int behind = offset + values.length;
      System.arraycopy(bytes, offset, changed, behind, bytes.length - offset);
    }
    for (int i = 0; i < values.length && offset + i < changed.length; i++) {
      changed[offset + i] = values[i];
    }
    return changed;
  }
}
