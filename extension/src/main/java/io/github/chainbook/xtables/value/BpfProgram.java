package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program of the classic Berkeley Packet Filter; iptables-extensions(8), section bpf. It runs on
 * the packet from its IP header on, and the rule matches where it returns another number than 0.
 *
 * @param instructions its instructions
 */
public record BpfProgram(List<Instruction> instructions) {

  /** XT_BPF_MAX_NUM_INSTR; linux/netfilter/xt_bpf.h. */
  private static final int MAX_INSTRUCTIONS = 64;

  /** The number of instructions and each one as four numbers, with commas between them. */
  public static final ValueType<BpfProgram> TYPE = WordType.inQuotes((word, rule) -> checked(word));

  public BpfProgram {
    instructions = List.copyOf(instructions);
  }

  /**
   * One instruction; {@code struct sock_filter} of linux/filter.h.
   *
   * @param code what it does, 16 bits
   * @param jumpTrue how many instructions are skipped if its condition holds, 8 bits
   * @param jumpFalse how many are skipped if it does not, 8 bits
   * @param operand the number that it works with, 32 bits
   */
  public record Instruction(int code, int jumpTrue, int jumpFalse, long operand) {
    @Override
    public String toString() {
      return code + " " + jumpTrue + " " + jumpFalse + " " + operand;
    }
  }

  private static BpfProgram checked(String word) throws BadValue {
    BpfProgram program = new BpfProgram(parse(word));
    BpfCheck.check(program.instructions);
    return program;
  }

  private static List<Instruction> parse(String word) throws BadValue {
    CNumber count = CNumber.decimal(word, 0);
    int size = (int) count.value() & 0xFFFF;
    boolean counted =
        count.found() && word.startsWith(",", count.end()) && size > 0 && size <= MAX_INSTRUCTIONS;
    if (!counted) {
      throw new BadValue(
          "expected the number of instructions, from 1 to "
              + MAX_INSTRUCTIONS
              + ", then a comma and the instructions");
    }
    List<Instruction> instructions = new ArrayList<>();
    int comma = count.end();
    while (comma >= 0 && comma + 1 < word.length()) {
      if (instructions.size() == size) {
        throw new BadValue("expected " + size + " instructions as counted, found more");
      }
      instructions.add(instruction(word, comma + 1, instructions.size()));
      comma = word.indexOf(',', comma + 1);
    }
    if (instructions.size() < size) {
      throw new BadValue(
          "expected " + size + " instructions as counted, found " + instructions.size());
    }
    return instructions;
  }

  // What stands behind the fourth number is not looked at, as sscanf in libxt_bpf.c does not.
  private static Instruction instruction(String word, int from, int index) throws BadValue {
    long[] numbers = new long[4];
    int at = from;
    for (int i = 0; i < numbers.length; i++) {
      CNumber number = CNumber.decimal(word, at);
      if (!number.found()) {
        throw new BadValue("expected four numbers for instruction " + index);
      }
      numbers[i] = number.value();
      at = number.end();
    }
    return new Instruction(
        (int) numbers[0] & 0xFFFF,
        (int) numbers[1] & 0xFF,
        (int) numbers[2] & 0xFF,
        numbers[3] & Numbers.MAX_32);
  }

  /** As iptables-save prints it. */
  @Override
  public String toString() {
    return instructions.size()
        + instructions.stream().map(i -> "," + i).collect(Collectors.joining());
  }
}
