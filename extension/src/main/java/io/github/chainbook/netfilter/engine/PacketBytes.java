package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.PacketBuilder;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import java.util.Arrays;

/** The bytes of a packet on its way. */
final class PacketBytes implements BytesView {

  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;
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
  private final Family family;

  private PacketBytes(int[] bytes, Family family) {
    this.bytes = bytes;
    this.family = family;
  }

  static BytesView of(Skb skb) {
    int flags = skb.fields.has(Field.TCP_FLAGS) ? skb.flags() : 0;
    byte[] built = PacketBuilder.build(skb.packet, skb.header(), flags);
    if (built == null) {
      return new PacketBytes(null, skb.family);
    }
    int[] bytes = new int[built.length];
    for (int i = 0; i < built.length; i++) {
      bytes[i] = built[i] & 0xFF;
    }
    for (Edit edit : skb.edits) {
      bytes = edited(bytes, edit);
    }
    return new PacketBytes(bytes, skb.family);
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
    return family == Family.IPV4 ? IPV4_HEADER : IPV6_HEADER;
  }

  @Override
  public int at(int offset) {
    if (bytes == null) {
      return UNKNOWN;
    }
    return offset < 0 || offset >= bytes.length ? -1 : bytes[offset];
  }
}
