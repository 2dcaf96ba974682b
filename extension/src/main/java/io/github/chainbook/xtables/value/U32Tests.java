package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.ValueType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tests of 32-bit numbers found in a packet, all of which must hold; iptables-extensions(8),
 * section u32.
 *
 * @param tests the tests
 */
public record U32Tests(List<Test> tests) {

  /** Tests such as {@code 6&0xFF=1 && 4&0x3FFF=0:5,7}. */
  public static final ValueType<U32Tests> TYPE =
      WordType.inQuotes((word, rule) -> new U32Tests(new U32Reader(word).tests()));

  public U32Tests {
    tests = List.copyOf(tests);
  }

  /**
   * One test.
   *
   * @param location how its number is found
   * @param values the number must lie in one of these ranges
   */
  public record Test(List<Step> location, List<NumberRange> values) {

    public Test {
      location = List.copyOf(location);
      values = List.copyOf(values);
    }

    @Override
    public String toString() {
      return location.stream().map(Step::toString).collect(Collectors.joining())
          + "="
          + values.stream().map(Test::hex).collect(Collectors.joining(","));
    }

    private static String hex(NumberRange range) {
      String low = Numbers.hex(range.low());
      return range.low() == range.high() ? low : low + ":" + Numbers.hex(range.high());
    }
  }

  /**
   * A step on the way to the number.
   *
   * @param operator what is done
   * @param number with which number
   */
  public record Step(Operator operator, long number) {
    @Override
    public String toString() {
      return operator.sign + Numbers.hex(number);
    }
  }

  /** What a step does to the number found so far. */
  public enum Operator {
    /** Reads the four bytes at this place of the packet: always the first step, and only it. */
    START(""),
    /** Keeps these bits. */
    AND("&"),
    /** Shifts to the left by so many bits. */
    LEFT("<<"),
    /** Shifts to the right by so many bits. */
    RIGHT(">>"),
    /** Moves the packet's start by the number found, then reads the four bytes at this place. */
    AT("@");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** As it is written between numbers; empty for {@link #START}. */
    public String sign() {
      return sign;
    }
  }

  /** All numbers in hexadecimal, without spaces. */
  @Override
  public String toString() {
    return tests.stream().map(Test::toString).collect(Collectors.joining("&&"));
  }
}
