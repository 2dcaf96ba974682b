package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Mark;
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

  /**
   * Whether its entries count packets, or may do so: what is asked of counters holds for every
   * entry of a set that has none; ip_set_match_extensions in net/netfilter/ipset/ip_set_core.c.
   */
  default boolean mayCount() {
    return true;
  }

  /**
   * The mark that the packet's entry keeps for {@code -j SET --map-set}: 0 with an empty mask where
   * it keeps none; null where that is not known.
   */
  default Mark mark(PacketView packet, List<Side> sides) {
    return null;
  }

  /**
   * The set after {@code -j SET} has entered a packet into it, or struck it from there; one of
   * which nothing is known where that is not told.
   *
   * @param added whether it is entered
   */
  default SetView changed(PacketView packet, List<Side> sides, boolean added) {
    return (other, others, nomatch) -> Truth.UNKNOWN;
  }
}
