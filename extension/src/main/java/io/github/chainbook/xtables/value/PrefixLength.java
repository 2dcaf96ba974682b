package io.github.chainbook.xtables.value;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.Numbers.Scan;
import java.util.List;

/** How many leading bits of an address count ({@code XTTYPE_PLEN} of libxtables). */
public final class PrefixLength {

  /** A number of bits, or a mask without gaps, printed as the number. */
  public static final ValueType<Integer> TYPE = WordType.of(PrefixLength::parse, String::valueOf);

  private PrefixLength() {}

  private static int parse(String word, RuleContext rule) throws BadValue {
    int bits = Address.bits(rule.family());
    Scan scan = Scan.number(word, 0);
    if (scan.found() && scan.end() == word.length() && Numbers.fits(scan.value(), 0, bits)) {
      return (int) scan.value();
    }
    int length = ofMask(word, rule);
    if (length < 0) {
      throw BadValue.expected(Numbers.bounds(0, bits) + ", or a mask without gaps", word);
    }
    return length;
  }

  // A host's name is no mask.
  private static int ofMask(String word, RuleContext rule) {
    try {
      return LookedUp.ADDRESS.read(List.of(word), rule).prefixLength();
    } catch (BadValue e) {
      return -1;
    }
  }
}
