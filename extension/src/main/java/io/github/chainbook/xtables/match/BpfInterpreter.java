package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.BpfProgram;
import io.github.chainbook.xtables.value.BpfProgram.Instruction;
import java.util.List;

/**
 * Runs a program of the classic Berkeley Packet Filter on a packet: net/core/filter.c of the
 * kernel, and linux/bpf_common.h for the numbers of the instructions. A load from behind the end,
 * and a division by zero, end it with 0.
 */
final class BpfInterpreter implements PacketTest {

  /** How many jumps whose condition is not known are tried both ways. */
  private static final int FORKS = 6;

  private final List<Instruction> program;

  /** The interpreter of a program that the kernel takes. */
  BpfInterpreter(BpfProgram program) {
    this.program = program.instructions();
  }

  @Override
  public Truth test(PacketView packet) {
    return run(new BpfMachine(packet), 0, FORKS);
  }

  private Truth run(BpfMachine machine, int from, int forks) {
    int at = from;
    while (true) {
      Instruction it = program.get(at++);
      switch (it.code() & 7) {
        case 0x05 -> {
          if (it.code() == 0x05) {
            at += (int) it.operand();
            continue;
          }
          Truth holds = machine.condition(it);
          if (holds != Truth.UNKNOWN) {
            at += holds == Truth.YES ? it.jumpTrue() : it.jumpFalse();
            continue;
          }
          if (forks == 0) {
            return Truth.UNKNOWN;
          }
          Truth one = run(new BpfMachine(machine), at + it.jumpTrue(), forks - 1);
          return one != Truth.UNKNOWN && one == run(machine, at + it.jumpFalse(), forks - 1)
              ? one
              : Truth.UNKNOWN;
        }
        case 0x06 -> {
          return it.code() == 0x06 ? Truth.of(it.operand() != 0) : machine.accumulatorIsSet();
        }
        default -> {
          Truth goesOn = machine.step(it);
          if (goesOn != Truth.YES) {
            // Either way the program returns: 0, or something that is not known.
            return goesOn;
          }
        }
      }
    }
  }
}
