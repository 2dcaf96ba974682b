package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/**
 * {@code -m tcpmss}: the largest segment that a side of a TCP connection offers to take;
 * iptables-extensions(8), section tcpmss.
 */
public final class TcpmssMatch {

  private static final ValueType<NumberRange> SIZES =
      WordType.of((word, rule) -> sizes(word), NumberRange::toString);

  /** The size in bytes; it matches only where the TCP header names one. */
  public static final OptionSpec<NumberRange> MSS = OptionSpec.of("--mss", SIZES).orNot().needed();

  private TcpmssMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("tcpmss", MSS).onProtocols(6));
  }

  private static NumberRange sizes(String word) throws BadValue {
    NumberRange range = NumberRange.parse(word, 65535);
    if (range.low() > range.high()) {
      throw BadValue.expected("a range whose first number is not above its last", word);
    }
    return range;
  }
}
