package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Mark;

/** The numbers of a packet on its way, and what is decided of those that are not known. */
final class Fields extends PacketNumbers {

  private static final int FIELDS = Field.values().length;

  /** What an open field may be; null where nothing is decided of any. */
  private NumberSet[] domains;

  /** What is known of a mark that is not known as a whole. */
  private OpenMark openMark = OpenMark.NONE;

  private MarkNote note = MarkNote.NONE;

  Fields(Packet packet) {
    super(packet);
  }

  private Fields(Fields other) {
    super(other);
    restore(other);
  }

  Fields copy() {
    return new Fields(this);
  }

  /** Makes all numbers, and what is decided of them, those of a copy. */
  void restore(Fields copy) {
    super.restore(copy);
    openMark = copy.openMark;
    note = copy.note;
    domains = copy.domains == null ? null : copy.domains.clone();
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
      know(Field.MARK, now.number());
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

  @Override
  void edited(Field field) {
    note = field == Field.MARK ? note.touching(-1) : note;
  }

  @Override
  void forgotten(Field field) {
    openMark = field == Field.MARK ? OpenMark.NONE : openMark;
    if (domains != null) {
      domains[field.ordinal()] = null;
    }
  }

  /** Makes a field one that is not known, but in a set. */
  void setOpen(Field field, NumberSet set) {
    if (has(field)) {
      forget(field);
      narrow(field, set, true, NumberSet.ALL);
    }
  }

  /** Whether an open field is in the set. */
  Truth compare(Field field, NumberSet set) {
    NumberSet domain = possible(field);
    NumberSet common = domain.and(set);
    if (common.isEmpty()) {
      return Truth.NO;
    }
    return common.equals(domain) ? Truth.YES : Truth.UNKNOWN;
  }

  /** What an open field may be. */
  NumberSet possible(Field field) {
    NumberSet decided = domains == null ? null : domains[field.ordinal()];
    return decided != null ? decided : PresentFields.range(field);
  }

  /** Notes that an open field is in the set, or is not. */
  void narrow(Field field, NumberSet set, boolean inside) {
    narrow(field, set, inside, possible(field));
  }

  private void narrow(Field field, NumberSet set, boolean inside, NumberSet from) {
    if (domains == null) {
      domains = new NumberSet[FIELDS];
    }
    NumberSet left = inside ? from.and(set) : from.without(set);
    domains[field.ordinal()] = left;
    if (left.single() >= 0) {
      know(field, left.single());
    }
  }
}
