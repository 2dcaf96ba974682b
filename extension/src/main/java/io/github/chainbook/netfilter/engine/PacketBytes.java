package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.PacketBuilder;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.BytesView;
import java.util.List;

/** The bytes of a packet on its way. */
final class PacketBytes implements BytesView {

  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;

  private final int[] bytes;
  private final Family family;

  private PacketBytes(int[] bytes, Family family) {
    this.bytes = bytes;
    this.family = family;
  }

  static BytesView of(Skb skb) {
    int flags = skb.fields.has(FLAGS) ? skb.flags() : 0;
    byte[] built = PacketBuilder.build(skb.packet, skb.header(), flags);
    List<ByteChange> changes = skb.byteChanges == null ? List.of() : skb.byteChanges;
    return new PacketBytes(built == null ? null : ByteChange.apply(changes, built), skb.family);
  }

  private static final io.github.chainbook.xtables.packet.Field FLAGS =
      io.github.chainbook.xtables.packet.Field.TCP_FLAGS;

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
      return -2;
    }
    return offset < 0 || offset >= bytes.length ? -1 : bytes[offset];
  }
}
