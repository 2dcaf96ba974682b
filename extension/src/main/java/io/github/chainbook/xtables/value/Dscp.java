package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import java.util.List;

/**
 * A differentiated services code point.
 *
 * @param codepoint the upper six bits of the type of service or traffic class, as a number
 */
public record Dscp(int codepoint) {

  /** XT_DSCP_MAX; linux/netfilter/xt_dscp.h. */
  private static final int MAX = 0x3F;

  /** A code point by number, printed in hexadecimal. */
  public static final ValueType<Dscp> TYPE =
      WordType.of((word, rule) -> new Dscp((int) Numbers.parse(word, 0, MAX)), Dscp::toString);

  /** A code point by its class, printed in hexadecimal. */
  public static final ValueType<Dscp> CLASS =
      WordType.of((word, rule) -> ofClass(word), Dscp::toString);

  private static final List<String> CLASSES =
      List.of(
          "CS0", "CS1", "CS2", "CS3", "CS4", "CS5", "CS6", "CS7", "BE", "AF11", "AF12", "AF13",
          "AF21", "AF22", "AF23", "AF31", "AF32", "AF33", "AF41", "AF42", "AF43", "EF");

  /**
   * The code point of a class; iptables minds neither case nor what stands behind the class.
   *
   * @throws BadValue where it is none
   */
  public static Dscp ofClass(String word) throws BadValue {
    for (String name : CLASSES) {
      if (Letters.begins(name, word)) {
        return new Dscp(codepoint(name));
      }
    }
    throw BadValue.expected("a class of BE, EF, CS0 to CS7 or AF11 to AF43", word, CLASSES);
  }

  // RFC 2474 (CS), RFC 2597 (AF) and RFC 3246 (EF).
  private static int codepoint(String name) {
    return switch (name.charAt(0)) {
      case 'C' -> 8 * digit(name, 2);
      case 'A' -> 8 * digit(name, 2) + 2 * digit(name, 3);
      case 'E' -> 0x2E;
      default -> 0;
    };
  }

  private static int digit(String name, int at) {
    return name.charAt(at) - '0';
  }

  /** {@code 0x2e}. */
  @Override
  public String toString() {
    return String.format("0x%02x", codepoint);
  }
}
