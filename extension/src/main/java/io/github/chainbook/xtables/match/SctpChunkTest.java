package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.SctpChunk;
import io.github.chainbook.xtables.value.SctpChunks;
import io.github.chainbook.xtables.value.SctpChunks.Flags;
import io.github.chainbook.xtables.value.SctpChunks.Mode;
import java.util.BitSet;

/** Looks at the chunks of an SCTP packet; match_packet in net/netfilter/xt_sctp.c. */
final class SctpChunkTest {

  private static final int TYPES = 256;

  private final Mode mode;

  // For each type that is asked for the flags that it must have; null for others.
  private final Flags[] wanted = new Flags[TYPES];
  private int types;

  /** The test for these chunks. */
  SctpChunkTest(SctpChunks chunks) {
    mode = chunks.mode();
    for (int type = 0; type < TYPES && chunks.everyType(); type++) {
      wanted[type] = Flags.NONE;
    }
    for (SctpChunk chunk : chunks.chunks().keySet()) {
      wanted[chunk.number()] = chunks.chunks().get(chunk);
    }
    for (Flags flags : wanted) {
      types += flags == null ? 0 : 1;
    }
  }

  /**
   * Looks at the chunks. A packet with a chunk that is cut off, or has no length, is dropped.
   *
   * @param from where the first one begins
   * @param before whether what the match looks at before holds
   */
  Truth test(PacketView packet, BytesView bytes, int from, Truth before) {
    BitSet found = mode == Mode.ALL ? new BitSet(TYPES) : null;
    int at = from;
    do {
      long length = HeaderBytes.number(bytes, at + 2, 2);
      if (length == HeaderBytes.CUT || length == 0) {
        return HeaderBytes.drop(packet, before);
      }
      int type = bytes.at(at);
      int flags = bytes.at(at + 1);
      if (length < 0 || type < 0 || flags < 0) {
        return Truth.UNKNOWN;
      }
      boolean fits =
          wanted[type] != null && (flags & wanted[type].examined()) == wanted[type].set();
      if (fits && mode == Mode.ANY) {
        return Truth.YES;
      }
      if (!fits && mode == Mode.ONLY) {
        return Truth.NO;
      }
      if (fits && mode == Mode.ALL) {
        found.set(type);
      }
      at += (int) length + 3 & ~3;
    } while (at < bytes.length());
    if (bytes.length() < 0) {
      return Truth.UNKNOWN;
    }
    return Truth.of(mode == Mode.ALL ? found.cardinality() == types : mode == Mode.ONLY);
  }
}
