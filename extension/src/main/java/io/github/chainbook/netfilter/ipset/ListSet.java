package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.ArrayList;
import java.util.List;

/** A list of sets: what is in one of them; list_set_ktest in ip_set_list_set.c. */
final class ListSet implements SetView {

  /**
   * A set of the list.
   *
   * @param name its name
   * @param set the set
   * @param mark the mark that the list keeps for it
   */
  record Item(String name, SetView set, Mark mark) {}

  private final List<Item> items = new ArrayList<>();
  private final boolean skbinfo;
  private final boolean counters;

  ListSet(boolean skbinfo, boolean counters) {
    this.skbinfo = skbinfo;
    this.counters = counters;
  }

  /** The sets in order; who reads the save changes it. */
  List<Item> items() {
    return items;
  }

  /** Where the set of this name is; -1 for nowhere. */
  int indexOf(String name) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Truth contains(PacketView packet, List<Side> sides, boolean nomatch) {
    Truth one = Truth.NO;
    for (int i = 0; i < items.size() && one != Truth.YES; i++) {
      one = one.or(items.get(i).set().contains(packet, sides, nomatch));
    }
    return one;
  }

  @Override
  public boolean mayCount() {
    return counters || items.stream().anyMatch(item -> item.set().mayCount());
  }

  @Override
  public Mark mark(PacketView packet, List<Side> sides) {
    for (Item item : items) {
      Truth in = item.set().contains(packet, sides, false);
      if (in == Truth.UNKNOWN) {
        return null;
      }
      if (in == Truth.YES) {
        return skbinfo ? item.mark() : item.set().mark(packet, sides);
      }
    }
    return SetEntry.NO_MARK;
  }
}
