package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.BpfProgram.Instruction;

/**
 * The registers and cells of a program of the classic Berkeley Packet Filter, each with a bit that
 * says whether it is known, and the packet.
 */
final class BpfMachine {

  private static final int CELLS = 16;

  /** Places from here on mean facts about the packet; linux/filter.h, SKF_AD_OFF. */
  private static final int FACTS = -0x1000;

  /** Places from here on are counted from the IP header; SKF_NET_OFF. */
  private static final int IP_HEADER = -0x100000;

  private static final int A = CELLS;
  private static final int X = CELLS + 1;

  private final PacketView packet;
  private final int[] cells = new int[CELLS + 2];
  private int unknown;

  BpfMachine(PacketView packet) {
    this.packet = packet;
  }

  BpfMachine(BpfMachine other) {
    this(other.packet);
    System.arraycopy(other.cells, 0, cells, 0, cells.length);
    unknown = other.unknown;
  }

  private boolean isKnown(int cell) {
    return (unknown >> cell & 1) == 0;
  }

  private Truth set(int cell, int value) {
    cells[cell] = value;
    unknown &= ~(1 << cell);
    return Truth.YES;
  }

  private Truth setUnknown(int cell) {
    unknown |= 1 << cell;
    return Truth.YES;
  }

  private Truth copy(int from, int to) {
    return isKnown(from) ? set(to, cells[from]) : setUnknown(to);
  }

  Truth accumulatorIsSet() {
    return isKnown(A) ? Truth.of(cells[A] != 0) : Truth.UNKNOWN;
  }

  Truth condition(Instruction it) {
    boolean byX = (it.code() & 0x08) != 0;
    if (!isKnown(A) || byX && !isKnown(X)) {
      return Truth.UNKNOWN;
    }
    int other = byX ? cells[X] : (int) it.operand();
    int order = Integer.compareUnsigned(cells[A], other);
    return Truth.of(
        switch (it.code() & 0xF0) {
          case 0x10 -> order == 0;
          case 0x20 -> order > 0;
          case 0x30 -> order >= 0;
          default -> (cells[A] & other) != 0;
        });
  }

  /** YES if the program goes on, NO if it returns 0, UNKNOWN where that is not known. */
  Truth step(Instruction it) {
    int number = (int) it.operand();
    return switch (it.code()) {
      case 0x00 -> set(A, number);
      case 0x01 -> set(X, number);
      case 0x02 -> copy(A, number);
      case 0x03 -> copy(X, number);
      case 0x07 -> copy(A, X);
      case 0x87 -> copy(X, A);
      case 0x60 -> copy(number, A);
      case 0x61 -> copy(number, X);
      case 0x20, 0x28, 0x30 -> absolute(number, it.code() >> 3 & 3);
      case 0x40, 0x48, 0x50 ->
          isKnown(X) ? load(cells[X] + number, it.code() >> 3 & 3) : Truth.UNKNOWN;
      case 0x80, 0x81 -> length(it.code() == 0x80 ? A : X);
      case 0xB1 -> headerLength(number);
      default -> arithmetic(it);
    };
  }

  private Truth length(int cell) {
    int length = packet.bytes().length();
    return length < 0 ? setUnknown(cell) : set(cell, length);
  }

  private Truth headerLength(int place) {
    int value = place < 0 ? HeaderBytes.UNKNOWN : packet.bytes().at(place);
    if (value < 0) {
      return value == HeaderBytes.CUT ? Truth.NO : setUnknown(X);
    }
    return set(X, (value & 15) << 2);
  }

  private Truth absolute(int place, int sizeCode) {
    return place >= FACTS && place < 0 ? fact(place - FACTS) : load(place, sizeCode);
  }

  // Of a packet in one piece everything before its IP header is the frame's, and not known.
  private Truth load(int place, int sizeCode) {
    int at = place < 0 && place >= IP_HEADER ? place - IP_HEADER : place;
    if (at < 0) {
      return setUnknown(A).and(Truth.UNKNOWN);
    }
    BytesView bytes = packet.bytes();
    int size = sizeCode == 0 ? 4 : sizeCode == 1 ? 2 : 1;
    if (at > Integer.MAX_VALUE - size) {
      return Truth.NO;
    }
    long value = HeaderBytes.number(bytes, at, size);
    if (value < 0) {
      return value == HeaderBytes.CUT ? Truth.NO : setUnknown(A);
    }
    return set(A, (int) value);
  }

  private Truth fact(int number) {
    return switch (number) {
      case 0 -> set(A, packet.family() == Family.IPV4 ? 0x0800 : 0x86DD);
      case 20 ->
          packet.isKnown(Field.MARK) ? set(A, (int) packet.number(Field.MARK)) : setUnknown(A);
      case 40 -> isKnown(A) && isKnown(X) ? set(A, cells[A] ^ cells[X]) : setUnknown(A);
      default -> setUnknown(A);
    };
  }

  private Truth arithmetic(Instruction it) {
    boolean byX = (it.code() & 0x08) != 0;
    int operation = it.code() & 0xF0;
    int other = byX ? cells[X] : (int) it.operand();
    if (operation == 0x80) {
      return isKnown(A) ? set(A, -cells[A]) : Truth.YES;
    }
    boolean divides = operation == 0x30 || operation == 0x90;
    if (divides && byX && (!isKnown(X) || other == 0)) {
      return isKnown(X) ? Truth.NO : Truth.UNKNOWN;
    }
    if (operation == 0x50 && !byX && other == 0) {
      return set(A, 0);
    }
    if (!isKnown(A) || byX && !isKnown(X)) {
      return setUnknown(A);
    }
    int a = cells[A];
    return set(
        A,
        switch (operation) {
          case 0x00 -> a + other;
          case 0x10 -> a - other;
          case 0x20 -> a * other;
          case 0x30 -> Integer.divideUnsigned(a, other);
          case 0x40 -> a | other;
          case 0x50 -> a & other;
          case 0x60 -> a << other;
          case 0x70 -> a >>> other;
          case 0x90 -> Integer.remainderUnsigned(a, other);
          default -> a ^ other;
        });
  }
}
