package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;

/**
 * The numbers of a packet on its way: which it has, which are known, and what is decided of them.
 */
final class Fields {

  private static final Field[] ALL = Field.values();

  private final long[] values;

  /** The fields that the packet has, a bit for each. */
  private int there;

  /** Those of them that are known. */
  private int known;

  /** What an open field may be; null where nothing is decided of any. */
  private NumberSet[] domains;

  /** What is known of a mark that is not known as a whole. */
  private OpenMark openMark = OpenMark.NONE;

  private MarkNote note = MarkNote.NONE;

  private int changes;
  private int edits;

  /** A packet that shows ports without having them as fields; null for others. */
  private final Packet later;

  private final int[] sentPorts;

  Fields(Packet packet) {
    this.later = PresentFields.isWhole(packet) ? null : packet;
    this.values = packet.values();
    this.there = PresentFields.of(packet);
    this.known = there & packet.given();
    if (has(Field.TCP_FLAGS) && !isKnown(Field.TCP_FLAGS)) {
      known |= 1 << Field.TCP_FLAGS.ordinal();
      values[Field.TCP_FLAGS.ordinal()] = packet.usualFlags();
    }
    this.sentPorts = new int[] {port(Field.SOURCE_PORT), port(Field.DESTINATION_PORT)};
  }

  private Fields(Fields other) {
    this.later = other.later;
    this.sentPorts = other.sentPorts;
    this.values = new long[ALL.length];
    restore(other);
  }

  Fields copy() {
    return new Fields(this);
  }

  /** Makes all numbers those of a copy. */
  void restore(Fields copy) {
    System.arraycopy(copy.values, 0, values, 0, values.length);
    there = copy.there;
    known = copy.known;
    openMark = copy.openMark;
    note = copy.note;
    domains = copy.domains == null ? null : copy.domains.clone();
  }

  boolean has(Field field) {
    return (there >> field.ordinal() & 1) != 0;
  }

  boolean isKnown(Field field) {
    return (known >> field.ordinal() & 1) != 0;
  }

  long get(Field field) {
    return values[field.ordinal()];
  }

  /** The number; {@link Header#NOT_KNOWN} where it is not known. */
  long orUnknown(Field field) {
    return isKnown(field) ? get(field) : Header.NOT_KNOWN;
  }

  /** The port; {@link Header#NO_PORT} where there is none. */
  int port(Field field) {
    if (has(field)) {
      return (int) orUnknown(field);
    }
    // A later fragment, too, shows what stands where the first one has its ports.
    return later != null && later.hasPorts()
        ? later.numbers().getOrDefault(field, (long) Header.NO_PORT).intValue()
        : Header.NO_PORT;
  }

  /** The port as the packet was sent with. */
  int sentPort(Field field) {
    return sentPorts[field == Field.SOURCE_PORT ? 0 : 1];
  }

  void set(Field field, long value) {
    if (has(field)) {
      changes += isKnown(field) ? 0 : 1;
      edit(field);
      known |= 1 << field.ordinal();
      values[field.ordinal()] = value;
    }
  }

  /** What is known of the mark. */
  KnownBits mark() {
    return isKnown(Field.MARK) ? KnownBits.of(get(Field.MARK)) : openMark.bits();
  }

  /** Whether the mark has these bits. */
  Truth hasMark(Mark wanted) {
    return isKnown(Field.MARK) ? mark().has(wanted) : openMark.has(wanted);
  }

  /** Clears bits of the mark and turns others. */
  void changeMark(Mark mark) {
    MarkNote before = note;
    OpenMark now = (isKnown(Field.MARK) ? OpenMark.of(mark()) : openMark).changed(mark);
    setMark(now.bits());
    openMark = now;
    note = before.touching(mark.mask() | mark.value());
  }

  /** Makes the mark one of which some bits are known, or all. */
  void setMark(KnownBits bits) {
    if (bits.number() >= 0) {
      set(Field.MARK, bits.number());
    } else {
      forget(Field.MARK);
      openMark = OpenMark.of(bits);
    }
  }

  /** Notes that the mark, which is not known as a whole, has these bits or has not. */
  void narrow(Mark asked, boolean yes) {
    openMark = openMark.narrowed(asked, yes);
    KnownBits now = openMark.bits();
    note = note.found(now);
    if (now.number() >= 0) {
      known |= 1 << Field.MARK.ordinal();
      values[Field.MARK.ordinal()] = now.number();
    }
  }

  /** Notes the mark as it is now, for {@link #hasMarkChanged}. */
  void noteMark() {
    note = new MarkNote(mark(), 0);
  }

  /** Whether the mark is another one than the one noted. */
  Truth hasMarkChanged() {
    return note.differsFrom(mark());
  }

  /** Makes a field one that is not known, but in a set. */
  void setOpen(Field field, NumberSet set) {
    if (has(field)) {
      forget(field);
      narrow(field, set, true, NumberSet.ALL);
    }
  }

  /** Makes a field one of which nothing is known. */
  void forget(Field field) {
    if (has(field)) {
      changes++;
      edit(field);
      known &= ~(1 << field.ordinal());
      openMark = field == Field.MARK ? OpenMark.NONE : openMark;
      if (domains != null) {
        domains[field.ordinal()] = null;
      }
    }
  }

  private void edit(Field field) {
    edits++;
    note = field == Field.MARK ? note.touching(-1) : note;
  }

  /** How often fields were set, be it to what they were. */
  int edits() {
    return edits;
  }

  /** Notes that a number that is no field, and was not known or is not since, has changed. */
  void voidAnswers() {
    changes++;
  }

  /** How often a field changed that was not known, or is not since: old answers are void then. */
  int changes() {
    return changes;
  }

  /** Whether an open field is in the set. */
  Truth compare(Field field, NumberSet set) {
    NumberSet domain = domain(field);
    NumberSet common = domain.and(set);
    if (common.isEmpty()) {
      return Truth.NO;
    }
    return common.equals(domain) ? Truth.YES : Truth.UNKNOWN;
  }

  private NumberSet domain(Field field) {
    NumberSet decided = domains == null ? null : domains[field.ordinal()];
    if (decided != null) {
      return decided;
    }
    return PresentFields.range(field);
  }

  /** What an open field may be. */
  NumberSet possible(Field field) {
    return domain(field);
  }

  /** Notes that an open field is in the set, or is not. */
  void narrow(Field field, NumberSet set, boolean inside) {
    narrow(field, set, inside, domain(field));
  }

  private void narrow(Field field, NumberSet set, boolean inside, NumberSet from) {
    if (domains == null) {
      domains = new NumberSet[ALL.length];
    }
    NumberSet left = inside ? from.and(set) : from.without(set);
    domains[field.ordinal()] = left;
    if (left.single() >= 0) {
      known |= 1 << field.ordinal();
      values[field.ordinal()] = left.single();
    }
  }
}
