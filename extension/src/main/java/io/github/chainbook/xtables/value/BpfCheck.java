package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.value.BpfProgram.Instruction;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Looks whether the kernel loads a classic BPF program: {@code bpf_check_classic} in its
 * net/core/filter.c.
 */
final class BpfCheck {

  private static final int LD_MEM = 0x60;
  private static final int LDX_MEM = 0x61;
  private static final int ST = 0x02;
  private static final int STX = 0x03;
  private static final int JA = 0x05;
  private static final Set<Integer> RETURNS = Set.of(0x06, 0x16);
  private static final Set<Integer> ABSOLUTE_LOADS = Set.of(0x20, 0x28, 0x30);
  private static final Set<Integer> DIVISIONS = Set.of(0x34, 0x94);
  private static final Set<Integer> SHIFTS = Set.of(0x64, 0x74);
  private static final Set<Integer> CONDITIONS =
      Set.of(0x15, 0x1D, 0x25, 0x2D, 0x35, 0x3D, 0x45, 0x4D);

  /** All else that the kernel knows: loads, arithmetic, and moves between the two registers. */
  private static final Set<Integer> OTHERS =
      Set.of(
          0x00, 0x40, 0x48, 0x50, 0x80, 0x01, 0x81, 0xB1, 0x07, 0x87, 0x04, 0x0C, 0x14, 0x1C, 0x24,
          0x2C, 0x3C, 0x44, 0x4C, 0x54, 0x5C, 0x6C, 0x7C, 0x84, 0x9C, 0xA4, 0xAC);

  private static final int CELLS = 16;

  /** From here on a load's place means a fact about the packet, such as its mark: SKF_AD_OFF. */
  private static final long FACTS = 0xFFFFF000L;

  private static final long LAST_FACT = FACTS + 60;

  private final List<Instruction> program;

  private BpfCheck(List<Instruction> program) {
    this.program = program;
  }

  /**
   * Checks a program.
   *
   * @throws BadValue where the kernel refuses it
   */
  static void check(List<Instruction> program) throws BadValue {
    BpfCheck check = new BpfCheck(program);
    for (int i = 0; i < program.size(); i++) {
      check.instruction(i);
    }
    if (!RETURNS.contains(program.get(program.size() - 1).code())) {
      throw new BadValue("expected a program whose last instruction returns");
    }
    check.cells();
  }

  private void instruction(int index) throws BadValue {
    Instruction it = program.get(index);
    int code = it.code();
    int behind = program.size() - index - 1;
    if (ABSOLUTE_LOADS.contains(code)) {
      boolean isFact = it.operand() <= LAST_FACT && it.operand() % 4 == 0;
      require(it.operand() < FACTS || isFact, index, "a place that the kernel knows");
    } else if (DIVISIONS.contains(code)) {
      require(it.operand() != 0, index, "no division by 0");
    } else if (SHIFTS.contains(code)) {
      require(it.operand() < 32, index, "a shift by less than 32 bits");
    } else if (usesCell(code)) {
      require(it.operand() < CELLS, index, "a memory cell from 0 to " + (CELLS - 1));
    } else if (code == JA) {
      require(it.operand() < behind, index, "a jump inside the program");
    } else if (CONDITIONS.contains(code)) {
      boolean inside = Math.max(it.jumpTrue(), it.jumpFalse()) < behind;
      require(inside, index, "a jump inside the program");
    } else {
      boolean known = OTHERS.contains(code) || RETURNS.contains(code);
      require(known, index, "a code of classic BPF");
    }
  }

  private static boolean usesCell(int code) {
    return code == LD_MEM || code == LDX_MEM || code == ST || code == STX;
  }

  // On every way to a load from a memory cell something must have been stored there.
  private void cells() throws BadValue {
    int[] filledOnArrival = new int[program.size()];
    Arrays.fill(filledOnArrival, -1);
    int filled = 0;
    for (int i = 0; i < program.size(); i++) {
      Instruction it = program.get(i);
      filled &= filledOnArrival[i];
      if (it.code() == ST || it.code() == STX) {
        filled |= 1 << it.operand();
      } else if (usesCell(it.code())) {
        boolean isFilled = (filled >> it.operand() & 1) != 0;
        require(isFilled, i, "a memory cell that has been stored to");
      } else if (it.code() == JA) {
        filledOnArrival[i + 1 + (int) it.operand()] &= filled;
        filled = -1;
      } else if (CONDITIONS.contains(it.code())) {
        filledOnArrival[i + 1 + it.jumpTrue()] &= filled;
        filledOnArrival[i + 1 + it.jumpFalse()] &= filled;
        filled = -1;
      }
    }
  }

  private static void require(boolean holds, int index, String what) throws BadValue {
    if (!holds) {
      throw new BadValue("expected " + what + " in instruction " + index + " of the program");
    }
  }
}
