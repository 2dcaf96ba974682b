package io.github.chainbook.netfilter.engine;

import io.github.chainbook.netfilter.Header;
import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.netfilter.Protocols;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.Truth;

/**
 * The numbers of a packet on its way: which it has, which are known, and what is decided of them.
 */
final class Fields {

  private static final Field[] ALL = Field.values();
  private static final byte ABSENT = 0;
  private static final byte KNOWN = 1;
  private static final byte OPEN = 2;

  private final long[] values = new long[ALL.length];
  private final byte[] status = new byte[ALL.length];

  /** What an open field may be; null where nothing is decided of any. */
  private NumberSet[] domains;

  private final Packet later;

  Fields(Packet packet) {
    boolean whole = packet.content().fragmentOffset() == 0;
    this.later = whole ? null : packet;
    boolean ports = whole && packet.hasPorts();
    boolean icmp = whole && Protocols.isIcmp(packet.protocol());
    boolean sent = packet.path() == Packet.Path.OUTBOUND;
    for (Field field : ALL) {
      boolean there =
          switch (field) {
            case SOURCE_PORT, DESTINATION_PORT -> ports;
            case ICMP_TYPE, ICMP_CODE -> icmp;
            case TCP_FLAGS -> whole && packet.protocol() == Protocols.TCP;
            case UID, GID -> sent;
            case MARK, TTL, TOS, LENGTH -> true;
          };
      if (there) {
        Long given = packet.numbers().get(field);
        if (given == null && field == Field.TCP_FLAGS) {
          given = (long) packet.usualFlags();
        }
        status[field.ordinal()] = given == null ? OPEN : KNOWN;
        values[field.ordinal()] = given == null ? 0 : given;
      }
    }
  }

  private Fields(Fields other) {
    this.later = other.later;
    restore(other);
  }

  Fields copy() {
    return new Fields(this);
  }

  /** Makes all numbers those of a copy. */
  void restore(Fields copy) {
    System.arraycopy(copy.values, 0, values, 0, values.length);
    System.arraycopy(copy.status, 0, status, 0, status.length);
    domains = copy.domains == null ? null : copy.domains.clone();
  }

  boolean has(Field field) {
    return status[field.ordinal()] != ABSENT;
  }

  boolean isKnown(Field field) {
    return status[field.ordinal()] == KNOWN;
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
    // A later fragment shows what stands where the first one has its ports.
    return later != null && later.hasPorts()
        ? later.numbers().getOrDefault(field, (long) Header.NO_PORT).intValue()
        : Header.NO_PORT;
  }

  void set(Field field, long value) {
    if (has(field)) {
      status[field.ordinal()] = KNOWN;
      values[field.ordinal()] = value;
    }
  }

  /** Makes a field one that is not known, but in a set. */
  void setOpen(Field field, NumberSet set) {
    if (has(field)) {
      status[field.ordinal()] = OPEN;
      narrow(field, set, true, NumberSet.ALL);
    }
  }

  /** Makes a field one of which nothing is known. */
  void forget(Field field) {
    if (has(field)) {
      status[field.ordinal()] = OPEN;
      if (domains != null) {
        domains[field.ordinal()] = null;
      }
    }
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
    return switch (field) {
      case SOURCE_PORT, DESTINATION_PORT, LENGTH -> NumberSet.of(0, 0xFFFF);
      case ICMP_TYPE, ICMP_CODE, TCP_FLAGS, TTL, TOS -> NumberSet.of(0, 0xFF);
      case MARK, UID, GID -> NumberSet.ALL;
    };
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
      status[field.ordinal()] = KNOWN;
      values[field.ordinal()] = left.single();
    }
  }
}
