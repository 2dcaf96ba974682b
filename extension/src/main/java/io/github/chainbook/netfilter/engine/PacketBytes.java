package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.PacketBuilder;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.Truth;
import java.util.Arrays;
import java.util.List;

/** The bytes of a packet on its way. */
final class PacketBytes implements BytesView {

  private static final int UNKNOWN = -2;

  /**
   * A change that a target made.
   *
   * @param offset where
   * @param inserted whether the values are put between, instead of in place
   * @param values bytes; -2 for one that is not known
   */
  record Edit(int offset, boolean inserted, int... values) {}

  private final int[] bytes;
  private final Skb skb;

  private PacketBytes(int[] bytes, Skb skb) {
    this.bytes = bytes;
    this.skb = skb;
  }

  static BytesView of(Skb skb, List<Edit> edits) {
    // A later fragment shows what stands where the first one has its flags.
    int flags =
        skb.fields.has(Field.TCP_FLAGS)
            ? skb.flags()
            : skb.packet
                .numbers()
                .getOrDefault(Field.TCP_FLAGS, (long) skb.packet.usualFlags())
                .intValue();
    byte[] built = PacketBuilder.build(skb.packet, skb.header(), flags);
    if (built == null) {
      return new PacketBytes(null, skb);
    }
    int[] bytes = new int[built.length];
    for (int i = 0; i < built.length; i++) {
      bytes[i] = built[i] & 0xFF;
    }
    for (Edit edit : edits) {
      bytes = edited(bytes, edit);
    }
    return new PacketBytes(bytes, skb);
  }

  /** Whether the checksum of its protocol is wrong: a packet in state INVALID is sent with such. */
  static Truth hasBadChecksum(SkbState skb) {
    boolean wrong =
        skb.packet.state() == Packet.State.INVALID && Protocols.hasChecksum(skb.protocol);
    boolean told = !wrong || skb.machine.environment().complete();
    return told ? Truth.of(wrong) : Truth.UNKNOWN;
  }

  private static int[] edited(int[] bytes, Edit edit) {
    int at = Math.min(edit.offset(), bytes.length);
    int[] values = edit.values();
    int rest = edit.inserted() ? at : Math.min(at + values.length, bytes.length);
    int[] out = Arrays.copyOf(bytes, at + values.length + bytes.length - rest);
    System.arraycopy(values, 0, out, at, values.length);
    System.arraycopy(bytes, rest, out, at + values.length, bytes.length - rest);
    return out;
  }

  @Override
  public int length() {
    return bytes == null ? -1 : bytes.length;
  }

  @Override
  public int transport() {
    return skb.transport();
  }

  @Override
  public int at(int offset) {
    if (bytes == null) {
      return UNKNOWN;
    }
    return offset < 0 || offset >= bytes.length ? -1 : bytes[offset];
  }
}
