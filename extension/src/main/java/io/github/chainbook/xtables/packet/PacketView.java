package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.Mark;

/** A packet on its way, as a match sees it at the hook where it is now. */
public interface PacketView {

  /** IPv4 or IPv6. */
  Family family();

  /** Where it is. */
  Hook hook();

  /** The interface that it came in by; empty where it has none, as in OUTPUT. */
  String inInterface();

  /** The interface that it leaves by; empty where it has none, as in INPUT. */
  String outInterface();

  /** Where it comes from, as its header says now; null where that is not known. */
  Address source();

  /** Where it goes to, as its header says now; null where that is not known. */
  Address destination();

  /** The number of its protocol; in IPv6 that of the last header. */
  int protocol();

  /**
   * Where in the whole packet this fragment begins, in bytes; 0 for all that are not later ones.
   */
  int fragmentOffset();

  /** Whether more fragments follow. */
  boolean moreFragments();

  /** Whether it has this field at all, known or not. */
  boolean has(Field field);

  /** Whether the field is there and known. */
  boolean isKnown(Field field);

  /** The field, where it is known. */
  long number(Field field);

  /** What is known of its mark. */
  default KnownBits mark() {
    return isKnown(Field.MARK) ? KnownBits.of(number(Field.MARK)) : KnownBits.NONE;
  }

  /**
   * Whether the socket that TPROXY has given it to has an address of its own, or any socket counts.
   *
   * @param wildcard whether a socket that listens on every address counts as well
   * @return null where TPROXY has given it to none
   */
  default Truth hasTaker(boolean wildcard) {
    return null;
  }

  /**
   * The sizes one of which a TCP packet names as its largest segment, for where {@link #bytes()} do
   * not tell it: empty where it names none, null where nothing is known.
   */
  default NumberSet segmentSizes() {
    return null;
  }

  /** Whether its mark has these bits; UNKNOWN where one of them is not known. */
  default Truth hasMark(Mark wanted) {
    return mark().has(wanted);
  }

  /**
   * Whether the field is from low to high; UNKNOWN where the field is not known and what has been
   * decided of it leaves both open. NO where there is no such field.
   */
  Truth within(Field field, long low, long high);

  /** Whether the field is in the set; as {@link #within(Field, long, long)}. */
  Truth within(Field field, NumberSet set);

  /** Whether a local program's socket sent it; NO for what only passes or comes in. */
  Truth hasSocket();

  /**
   * Whether a socket of this very connection is there already, as a listener makes one for a first
   * packet that came to it, and as who opens a connection has one for the answer.
   */
  default boolean hasFoundSocket() {
    return false;
  }

  /** Whether that socket is transparent. */
  default boolean isFoundSocketTransparent() {
    return true;
  }

  /** Whether the socket's opener has this as one of its supplementary groups. */
  Truth hasGroup(long low, long high);

  /**
   * Its connection; null without one: invalid, untracked, or not looked up yet (table raw). Behind
   * target CT it is one of protocol 0 until it is looked up.
   */
  ConnectionView connection();

  /** What connection tracking says: one of INVALID, NEW, RELATED, ESTABLISHED, UNTRACKED. */
  ConntrackState state();

  /** Whether it goes against its connection's first packet. */
  boolean isReply();

  /** The bytes, where they are known. */
  BytesView bytes();

  /**
   * The hardware address it was sent from, six bytes as a number; -1 if it has none, -2 unknown.
   */
  long sourceMac();

  /** The hardware address it was sent to, as {@link #sourceMac}. */
  long destinationMac();

  /**
   * How it was addressed on its link: unicast, broadcast, multicast; UNKNOWN words are not known.
   */
  Truth isPacketType(String type);

  /** The machine that it is on. */
  MachineView machine();

  /**
   * An UNKNOWN that is decided anew each time: what depends on memory or chance. A plain UNKNOWN of
   * the same match is decided once for a packet.
   */
  Truth unknownEachTime();

  /** As {@link #unknownEachTime()}, but it may also be that the match drops the packet at once. */
  default Truth unknownOrDropped() {
    return unknownEachTime();
  }

  /** An UNKNOWN that is YES with a probability of so many of 2^31. */
  Truth chance(long steps);

  /** Drops the packet at once: it is cut off where a match needs to read ("hotdrop"). */
  void dropDamaged();

  /** Changes the mark, as {@code -m socket --restore-skmark} does. */
  void setMark(long mark);

  /** From here on nobody knows the field: something that is not known has changed it. */
  void forget(Field field);

  /** Whether the checksum of its transport header is wrong. */
  default Truth hasBadChecksum() {
    return Truth.UNKNOWN;
  }

  /** Whether its connection bears the label of this number. */
  default Truth hasLabel(int label) {
    return Truth.UNKNOWN;
  }

  /** Gives its connection the label, as {@code -m connlabel --set} does. */
  default void setLabel(int label) {}

  /**
   * Takes what was sent to many on its link, but to one address, for sent to this machine alone, as
   * {@code -m cluster} does.
   */
  default void takeForOwn() {}
}
