package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.List;

/** A set of ipset with its members. */
public interface SetView {

  /**
   * Whether a packet is in it.
   *
   * @param sides which side of the packet is looked up for each dimension
   * @param nomatch whether an entry marked {@code nomatch} is looked for
   */
  Truth contains(PacketView packet, List<Side> sides, boolean nomatch);
}
