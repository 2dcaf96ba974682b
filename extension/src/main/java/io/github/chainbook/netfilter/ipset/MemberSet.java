package io.github.chainbook.netfilter.ipset;

import io.github.chainbook.netfilter.ipset.SetType.Part;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.SetView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A set with members of its own: all types but list:set. Networks are looked for as the kernel
 * does, one length of prefixes after the other, the longest first; {@code mtype_test_cidrs} in
 * net/netfilter/ipset/ip_set_hash_gen.h.
 */
final class MemberSet implements SetView {

  private final SetOptions options;
  private final Members members;

  MemberSet(SetOptions options) {
    this(options, new Members());
  }

  private MemberSet(SetOptions options, Members members) {
    this.options = options;
    this.members = members;
  }

  SetOptions options() {
    return options;
  }

  int size() {
    return members.size();
  }

  /** Adds a member; whether it was not there before. */
  boolean add(SetKey key, SetEntry entry) {
    return members.add(key, entry);
  }

  /** Deletes a member; whether it was there. */
  boolean remove(SetKey key, String iface) {
    return members.remove(key, iface);
  }

  void clear() {
    members.clear();
  }

  @Override
  public Truth contains(PacketView packet, List<Side> sides, boolean nomatch) {
    SetEntry entry = find(packet, sides);
    if (entry == SetEntry.UNKNOWN) {
      return Truth.UNKNOWN;
    }
    boolean exceptions = nomatch && options.type().hasNomatch();
    return Truth.of(entry != SetEntry.NONE && entry.nomatch() == exceptions);
  }

  @Override
  public boolean mayCount() {
    return options.counters();
  }

  @Override
  public Mark mark(PacketView packet, List<Side> sides) {
    return find(packet, sides).mark();
  }

  private SetEntry find(PacketView packet, List<Side> sides) {
    if (members.isEmpty() || !fits(packet, sides)) {
      return SetEntry.NONE;
    }
    Probe probe = Probe.of(packet, sides, options);
    if (probe.isNone()) {
      return SetEntry.NONE;
    }
    if (probe.isUnknown()) {
      return members.mayHave(probe) ? SetEntry.UNKNOWN : SetEntry.NONE;
    }
    SetEntry found = find(probe);
    return found == SetEntry.NONE && options.type() == SetType.BITMAP_IP_MAC
        ? filledIn(probe, sides)
        : found;
  }

  // The first packet fills in the address that is missing. Where that is not the sender's, rules
  // that ask for the sender's find another one behind that.
  private SetEntry filledIn(Probe probe, List<Side> sides) {
    List<SetEntry> unfilled = members.get(probe.withoutMac());
    if (unfilled.isEmpty()) {
      return SetEntry.NONE;
    }
    return sides.get(1) == Side.SRC ? unfilled.get(0) : SetEntry.UNKNOWN;
  }

  private boolean fits(PacketView packet, List<Side> sides) {
    return sides.size() >= options.type().parts().size()
        && (options.family() == null || options.family() == packet.family());
  }

  private SetEntry find(Probe probe) {
    for (int length : members.lengths(0)) {
      for (int length2 : members.lengths(1)) {
        List<SetEntry> found = members.get(probe.key(length, length2));
        if (!found.isEmpty()) {
          return probe.iface() == null ? found.get(0) : byInterface(found, probe.iface());
        }
      }
    }
    return SetEntry.NONE;
  }

  // Once a network is found, greater ones are not looked for, even if no interface fits: the flag
  // "multi" of the kernel.
  private static SetEntry byInterface(List<SetEntry> found, String iface) {
    for (SetEntry entry : found) {
      if (entry.covers(iface)) {
        return entry;
      }
    }
    return SetEntry.NONE;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Networks get the length of the longest one that is there: INIT_CIDR of ip_set_hash_gen.h.
   */
  @Override
  public SetView changed(PacketView packet, List<Side> sides, boolean added) {
    if (!fits(packet, sides)) {
      return this;
    }
    Probe probe = Probe.of(packet, sides, options);
    if (probe.isUnknown() || options.type() == SetType.BITMAP_IP_MAC) {
      return SetView.super.changed(packet, sides, added);
    }
    if (probe.isNone() || isOutOfRange(packet, sides, probe)) {
      return this;
    }
    SetKey key = probe.key(longest(0), longest(1));
    String iface = probe.iface() == null ? "" : probe.iface();
    List<SetEntry> entries = new ArrayList<>(members.get(key));
    boolean wasThere = !entries.isEmpty();
    SetEntry old = probe.iface() == null && wasThere ? entries.get(0) : null;
    if (added && old != null) {
      // Without --exist it stays as it is.
      return old.nomatch() ? SetView.super.changed(packet, sides, added) : this;
    }
    entries.removeIf(entry -> entry.iface().equals(iface));
    if (added) {
      entries.add(new SetEntry(false, SetEntry.NO_MARK, iface, false));
    }
    return new MemberSet(options, members.changed(key, entries));
  }

  private int longest(int dimension) {
    Set<Integer> known = members.lengths(dimension);
    return known.isEmpty() ? options.bits() : known.iterator().next();
  }

  private boolean isOutOfRange(PacketView packet, List<Side> sides, Probe probe) {
    Address first = options.first();
    if (first == null) {
      return false;
    }
    if (options.type().parts().get(0) == Part.PORT) {
      Field field = sides.get(0) == Side.SRC ? Field.SOURCE_PORT : Field.DESTINATION_PORT;
      return packet.within(field, first.low(), options.last().low()) != Truth.YES;
    }
    Address address = probe.first();
    return address.compareUnsigned(first) < 0 || address.compareUnsigned(options.last()) > 0;
  }
}
