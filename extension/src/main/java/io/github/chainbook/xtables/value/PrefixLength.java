package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;

/** How many leading bits of an address count, written as their number or as a mask. */
public final class PrefixLength {

  /** A mask with gaps is refused ({@code XTTYPE_PLEN} of libxtables, and the kernel). */
  public static final ValueType<Integer> TYPE =
      WordType.of((word, rule) -> withoutGaps(word, rule.family()), String::valueOf);

  /** A mask with gaps counts as one of all bits ({@code XTTYPE_PLENMASK} of libxtables). */
  public static final ValueType<Integer> OR_ALL =
      WordType.of((word, rule) -> orAll(word, rule.family()), String::valueOf);

  private PrefixLength() {}

  private static int withoutGaps(String word, Family family) throws BadValue {
    int length = parse(word, family);
    if (length < 0) {
      throw BadValue.expected("a mask without gaps", word);
    }
    return length;
  }

  /**
   * Reads a length or a mask; one with gaps counts as one of all bits.
   *
   * @throws BadValue where it is neither
   */
  static int orAll(String word, Family family) throws BadValue {
    int length = parse(word, family);
    return length < 0 ? Address.bits(family) : length;
  }

  // Below zero for a mask with gaps. A host's name is no mask.
  private static int parse(String word, Family family) throws BadValue {
    int bits = Address.bits(family);
    Scan scan = Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, bits)) {
      return (int) scan.value();
    }
    return NumericHost.find(word, family)
        .map(Address::prefixLength)
        .orElseThrow(
            () -> BadValue.expected("a mask: a length from 0 to " + bits + " or an address", word));
  }
}
