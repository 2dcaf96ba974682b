package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;

/**
 * A 32-bit mark with a mask, as bits.
 *
 * @param value the value
 * @param mask which bits count
 */
public record Mark(int value, int mask) {

  /** {@code value[/mask]}; printed in hexadecimal, without a mask of all bits. */
  public static final ValueType<Mark> TYPE =
      WordType.of((word, rule) -> parse(word), Mark::toString);

  /** {@code value[/mask]}; printed in hexadecimal, always with the mask. */
  public static final ValueType<Mark> WITH_MASK =
      WordType.of((word, rule) -> parse(word), Mark::withMask);

  /**
   * Reads {@code value[/mask]}.
   *
   * @throws BadValue where it is none
   */
  public static Mark parse(String word) throws BadValue {
    Scan value = Scan.number(word, 0);
    if (value.found() && Numbers.fits(value.value(), 0, Numbers.MAX_32)) {
      if (value.end() == word.length()) {
        return new Mark((int) value.value(), -1);
      }
      Scan mask = Scan.number(word, value.end() + 1);
      if (word.charAt(value.end()) == '/'
          && mask.found()
          && mask.end() == word.length()
          && Numbers.fits(mask.value(), 0, Numbers.MAX_32)) {
        return new Mark((int) value.value(), (int) mask.value());
      }
    }
    throw BadValue.expected("a mark of 32 bits, such as 0x1 or 0x1/0xff", word);
  }

  /** {@code 0x1/0xff}. */
  public String withMask() {
    return hex(value) + "/" + hex(mask);
  }

  /** {@code 0x1/0xff}, or {@code 0x1} where the mask has all bits. */
  @Override
  public String toString() {
    return mask == -1 ? hex(value) : withMask();
  }

  /** {@code 0x} and the digits of a 32-bit number. */
  public static String hex(int bits) {
    return "0x" + Integer.toHexString(bits);
  }
}
