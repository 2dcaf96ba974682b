package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.packet.Field;

/** The numbers of a packet on its way: which it has, and which of them are known. */
class PacketNumbers {

  private static final int FIELDS = Field.values().length;

  private final long[] values;

  /** The fields that the packet has, a bit for each. */
  private int there;

  /** Those of them that are known. */
  private int known;

  private int changes;
  private int edits;

  /** A packet that shows ports without having them as fields; null for others. */
  private final Packet later;

  private final int sentSource;
  private final int sentDestination;

  PacketNumbers(Packet packet) {
    this.later = PresentFields.isWhole(packet) ? null : packet;
    this.values = packet.values();
    this.there = PresentFields.of(packet);
    this.known = there & packet.given();
    if (has(Field.TCP_FLAGS) && !isKnown(Field.TCP_FLAGS)) {
      know(Field.TCP_FLAGS, packet.usualFlags());
    }
    this.sentSource = port(Field.SOURCE_PORT);
    this.sentDestination = port(Field.DESTINATION_PORT);
  }

  /** A copy. */
  PacketNumbers(PacketNumbers other) {
    this.later = other.later;
    this.sentSource = other.sentSource;
    this.sentDestination = other.sentDestination;
    this.values = new long[FIELDS];
    restore(other);
  }

  /** Makes all numbers those of a copy. */
  final void restore(PacketNumbers copy) {
    System.arraycopy(copy.values, 0, values, 0, values.length);
    there = copy.there;
    known = copy.known;
  }

  final boolean has(Field field) {
    return (there >> field.ordinal() & 1) != 0;
  }

  final boolean isKnown(Field field) {
    return (known >> field.ordinal() & 1) != 0;
  }

  final long get(Field field) {
    return values[field.ordinal()];
  }

  /** The number; {@link Header#NOT_KNOWN} where it is not known. */
  final long orUnknown(Field field) {
    return isKnown(field) ? get(field) : Header.NOT_KNOWN;
  }

  /** The port; {@link Header#NO_PORT} where there is none. */
  final int port(Field field) {
    if (has(field)) {
      return (int) orUnknown(field);
    }
    // A later fragment, too, shows what stands where the first one has its ports.
    return later != null && later.hasPorts()
        ? later.numbers().getOrDefault(field, (long) Header.NO_PORT).intValue()
        : Header.NO_PORT;
  }

  /** The port as the packet was sent with. */
  final int sentPort(Field field) {
    return field == Field.SOURCE_PORT ? sentSource : sentDestination;
  }

  /** Gives a field that the packet has this number. */
  final void set(Field field, long value) {
    if (has(field)) {
      changes += isKnown(field) ? 0 : 1;
      edits++;
      edited(field);
      know(field, value);
    }
  }

  /** Makes a field one of which nothing is known. */
  final void forget(Field field) {
    if (has(field)) {
      changes++;
      edits++;
      edited(field);
      known &= ~(1 << field.ordinal());
      forgotten(field);
    }
  }

  /** What else there is to do where a field is set or forgotten. */
  void edited(Field field) {}

  /** What else there is to do where a field is forgotten. */
  void forgotten(Field field) {}

  /** Notes what an open field is. */
  final void know(Field field, long value) {
    known |= 1 << field.ordinal();
    values[field.ordinal()] = value;
  }

  /** How often fields were set, be it to what they were. */
  final int edits() {
    return edits;
  }

  /** Notes that a number that is no field, and was not known or is not since, has changed. */
  final void voidAnswers() {
    changes++;
  }

  /** How often a field changed that was not known, or is not since: old answers are void then. */
  final int changes() {
    return changes;
  }
}
