package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.U32Tests;
import io.github.chainbook.xtables.value.U32Tests.Operator;
import io.github.chainbook.xtables.value.U32Tests.Step;
import java.util.List;

/** Looks at numbers at places of a packet; u32_match_it in net/netfilter/xt_u32.c. */
final class U32Program implements PacketTest {

  private final List<Piece> pieces;

  /** The program for these tests, all of which must hold. */
  U32Program(U32Tests tests) {
    pieces = tests.tests().stream().map(Piece::of).toList();
  }

  @Override
  public Truth test(PacketView packet) {
    BytesView bytes = packet.bytes();
    Truth all = Truth.YES;
    for (int i = 0; i < pieces.size() && all != Truth.NO; i++) {
      all = all.and(pieces.get(i).test(bytes));
    }
    return all;
  }

  /** One test. */
  private record Piece(Operator[] operators, int[] numbers, long[] ends) {

    static Piece of(U32Tests.Test test) {
      List<Step> steps = test.location();
      long[] ends = new long[test.values().size() * 2];
      for (int i = 0; i < test.values().size(); i++) {
        NumberRange range = test.values().get(i);
        ends[2 * i] = range.low();
        ends[2 * i + 1] = range.high();
      }
      return new Piece(
          steps.stream().map(Step::operator).toArray(Operator[]::new),
          steps.stream().mapToInt(step -> (int) step.number()).toArray(),
          ends);
    }

    // Beside the number are kept those of its bits that are not known.
    Truth test(BytesView bytes) {
      long start = 0;
      long place = 0;
      int value = 0;
      int unknown = 0;
      for (int i = 0; i < operators.length; i++) {
        int number = numbers[i];
        switch (operators[i]) {
          case AND -> {
            value &= number;
            unknown &= number;
          }
          // As on most processors, of the number of places only five bits count.
          case LEFT -> {
            value <<= number;
            unknown <<= number;
          }
          case RIGHT -> {
            value >>>= number;
            unknown >>>= number;
          }
          default -> {
            if (unknown != 0) {
              return Truth.UNKNOWN;
            }
            start += i == 0 ? 0 : Integer.toUnsignedLong(value);
            place = start + Integer.toUnsignedLong(number);
            if (place + 4 > Integer.MAX_VALUE || HeaderBytes.isCut(bytes, (int) place + 4)) {
              return Truth.NO;
            }
            value = 0;
            for (int k = 0; k < 4; k++) {
              int next = bytes.at((int) place + k);
              value = value << 8 | Math.max(next, 0);
              unknown = unknown << 8 | (next < 0 ? 0xFF : 0);
            }
          }
        }
      }
      return compare(Integer.toUnsignedLong(value), Integer.toUnsignedLong(unknown));
    }

    private Truth compare(long value, long unknown) {
      Truth found = Truth.NO;
      for (int i = 0; i < ends.length; i += 2) {
        if (ends[i] <= value && (value | unknown) <= ends[i + 1]) {
          return Truth.YES;
        }
        if (unknown != 0 && ends[i] <= (value | unknown) && value <= ends[i + 1]) {
          found = Truth.UNKNOWN;
        }
      }
      return found;
    }
  }
}
