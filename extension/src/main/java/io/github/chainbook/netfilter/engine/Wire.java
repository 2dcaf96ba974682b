package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.BytesView;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a packet on its way, and what its extension headers say. */
final class Wire {

  private final Skb skb;

  private List<PacketBytes.Edit> edits = List.of();

  /** Its bytes as they were built last, and of which header, flags and edits. */
  private BytesView bytes;

  private Header bytesOf;
  private int bytesFlags;
  private int bytesEdits;

  /** What stands behind its extension headers; null where there are none. */
  private ExtensionHeaderWalk walk;

  Wire(Skb skb) {
    this.skb = skb;
  }

  int protocol() {
    return extended() ? walk.protocol() : skb.protocol;
  }

  int fragmentOffset() {
    return extended() ? walk.fragmentOffset() : skb.packet.content().fragmentOffset();
  }

  /** Where the header of the protocol begins. */
  int transport() {
    return extended() ? walk.transport() : skb.family == Family.IPV4 ? 20 : 40;
  }

  // Whether it has extension headers, and all is known of them.
  private boolean extended() {
    if (walk == null
        && skb.family == Family.IPV6
        && ExtensionHeaderWalk.isExtension(skb.protocol)) {
      BytesView bytes = bytes();
      if (bytes.length() >= 0) {
        walk = ExtensionHeaderWalk.of(bytes, skb.protocol, skb.machine().isNft());
      }
    }
    return walk != null;
  }

  boolean moreFragments() {
    return extended() && walk.isFragment() && walk.fragmentOffset() == 0;
  }

  BytesView bytes() {
    Header now = skb.header();
    int flags = skb.flags();
    boolean isSame =
        bytes != null && bytesOf.equals(now) && bytesFlags == flags && bytesEdits == edits.size();
    if (!isSame) {
      bytes = PacketBytes.of(skb, edits);
      bytesOf = now;
      bytesFlags = flags;
      bytesEdits = edits.size();
    }
    return bytes;
  }

  void edit(PacketBytes.Edit edit) {
    if (edits.isEmpty()) {
      edits = new ArrayList<>();
    }
    edits.add(edit);
  }
}
