package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.DirectedZone;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.SetReference.Side;
import java.util.List;

/** A packet on its way, as a target sees it, which may change it. */
public interface PacketEdit extends PacketView {

  /** Changes a number of its header; nothing happens where it has no such field. */
  void set(Field field, long value);

  /** Changes its source in the header alone, as SNPT does. */
  void setSource(Address address);

  /** Changes its destination in the header alone, as DNPT does. */
  void setDestination(Address address);

  /** Changes its mark to one of which perhaps some bits alone are known. */
  default void setMark(KnownBits mark) {
    if (mark.number() < 0) {
      forget(Field.MARK);
    } else {
      set(Field.MARK, mark.number());
    }
  }

  /** Clears the bits of the mask in its mark, then turns those of the value. */
  default void changeMark(Mark mark) {
    setMark(mark().changed(mark));
  }

  /** Says what {@link #segmentSizes()} are from now on. */
  default void setSegmentSizes(NumberSet sizes) {}

  /** Changes the mark of its connection, if it has one. */
  void setConnectionMark(KnownBits mark);

  /**
   * Takes it out of connection tracking; only before the lookup, in table raw. Nothing happens
   * where it is tracked or was put into a zone already: the first target counts.
   */
  void untrack();

  /**
   * Puts it into a zone of connection tracking; only before the lookup, in table raw. Nothing
   * happens where that, or {@link #untrack()}, was done before. A mark that is the zone's number
   * counts as it is at the lookup.
   */
  void setZone(DirectedZone zone);

  /** Changes a byte of {@link #bytes()} to 0 to 255, or to -2 for one that is not known. */
  default void setByte(int offset, int value) {}

  /** Inserts bytes, as TCPMSS does; {@link Field#LENGTH} grows with them. */
  default void insertBytes(int offset, int... values) {}

  /**
   * Enters what a packet says into a set, or strikes it from there; the next match asks anew.
   *
   * @param sides which side of the packet counts for each dimension
   * @param added whether it is entered
   */
  default void changeSet(String set, List<Side> sides, boolean added) {}

  /**
   * Gives it to a socket, as TPROXY does; such a packet is not forwarded.
   *
   * @param address where the socket is looked for; null where it is not known
   * @param port its port; -1 where it is not known
   */
  default void giveToSocket(Address address, int port) {}

  /**
   * Takes a side where nothing that is given decides: the trace forks, with one branch where the
   * statement holds and one where it does not. The same statement has the same answer.
   *
   * @param statement in words, such as {@code a socket listens on port 15006}
   */
  boolean suppose(String statement);

  /** Notes what the kernel answers its sender. */
  void answer(String reply);

  /**
   * Translates its connection.
   *
   * @return ACCEPT, or DROP where there is no address to translate to
   */
  Fate translate(NatRequest request);
}
