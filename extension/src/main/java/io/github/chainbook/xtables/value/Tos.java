package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.ArrayList;
import java.util.List;

/**
 * The type of service (IPv4) or traffic class (IPv6), with a mask, as bits.
 *
 * @param value the value, 8 bits
 * @param mask which bits count
 */
public record Tos(int value, int mask) {

  private static final int ALL = 0xFF;

  /** The mask of a named value: revision 1 of tos and TOS, in libxt_tos.c and libxt_TOS.c. */
  private static final int NAMED_MASK = 0x3F;

  /** {@code value[/mask]}, or a name; printed in hexadecimal, always with the mask. */
  public static final ValueType<Tos> TYPE = WordType.of((word, rule) -> parse(word), Tos::toString);

  // The types of service of RFC 1349.
  private enum Name {
    MINIMIZE_DELAY("Minimize-Delay", 0x10),
    MAXIMIZE_THROUGHPUT("Maximize-Throughput", 0x08),
    MAXIMIZE_RELIABILITY("Maximize-Reliability", 0x04),
    MINIMIZE_COST("Minimize-Cost", 0x02),
    NORMAL_SERVICE("Normal-Service", 0x00);

    private final String text;
    private final int value;

    Name(String text, int value) {
      this.text = text;
      this.value = value;
    }
  }

  /**
   * Reads {@code value[/mask]} or a name.
   *
   * @throws BadValue where it is neither
   */
  public static Tos parse(String word) throws BadValue {
    Scan value = Scan.number(word, 0);
    if (!value.found() || !Numbers.fits(value.value(), 0, ALL)) {
      return named(word);
    }
    if (value.end() == word.length()) {
      return new Tos((int) value.value(), ALL);
    }
    Scan mask = Scan.number(word, value.end() + 1);
    boolean masked =
        word.charAt(value.end()) == '/'
            && mask.found()
            && mask.end() == word.length()
            && Numbers.fits(mask.value(), 0, ALL);
    if (!masked) {
      throw BadValue.expected("a type of service of 8 bits, such as 0x10 or 0x10/0x3f", word);
    }
    return new Tos((int) value.value(), (int) mask.value());
  }

  private static Tos named(String word) throws BadValue {
    List<String> names = new ArrayList<>();
    for (Name name : Name.values()) {
      if (Letters.same(word, name.text)) {
        return new Tos(name.value, NAMED_MASK);
      }
      names.add(name.text);
    }
    throw BadValue.expected(
        "a type of service such as 0x10, 0x10/0x3f or " + String.join(", ", names), word, names);
  }

  /** {@code 0x10/0x3f}. */
  @Override
  public String toString() {
    return String.format("0x%02x/0x%02x", value, mask);
  }
}
