package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;

/** A packet on its way, as a target sees it, which may change it. */
public interface PacketEdit extends PacketView {

  /** Changes a number of its header; nothing happens where it has no such field. */
  void set(Field field, long value);

  /** Changes its source in the header alone, as SNPT does. */
  void setSource(Address address);

  /** Changes its destination in the header alone, as DNPT does. */
  void setDestination(Address address);

  /** Changes the mark of its connection, if it has one. */
  void setConnectionMark(long mark);

  /** Takes it out of connection tracking; only before the lookup, in table raw. */
  void untrack();

  /** Puts it into a zone of connection tracking; only before the lookup, in table raw. */
  void setZone(int zone);

  /** Notes what the kernel answers its sender. */
  void answer(String reply);

  /**
   * Translates its connection.
   *
   * @return ACCEPT, or DROP where there is no address to translate to
   */
  Fate translate(NatRequest request);
}
