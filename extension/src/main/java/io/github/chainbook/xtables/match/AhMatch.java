package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.OrderedRange;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -m ah}: the Authentication Header of IPsec; iptables-extensions(8), section ah. Only IPv6
 * looks at more than the SPI.
 */
public final class AhMatch {

  private static final int AH = 51;

  /** Every Security Parameters Index. */
  private static final NumberRange ALL = new NumberRange(0, Numbers.MAX_32);

  /** The Security Parameters Indexes that it may have, numbers of 32 bits. */
  public static final OptionSpec<NumberRange> SPI =
      OptionSpec.of("--ahspi", OrderedRange.upTo(Numbers.MAX_32)).orNot();

  /** How long the header is, in bytes; 0 asks for nothing, negated or not. */
  public static final OptionSpec<Long> LENGTH =
      OptionSpec.of("--ahlen", Numbers.between(0, Numbers.MAX_32)).orNot();

  /** That the header's reserved field is zero. */
  public static final OptionSpec<Flag> RESERVED = OptionSpec.flag("--ahres");

  private AhMatch() {}

  /** The extension of each family. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("ah", SPI).onlyFor(Family.IPV4).onProtocols(AH).printed(AhMatch::print),
        Extension.match("ah", SPI, LENGTH, RESERVED).onlyFor(Family.IPV6).printed(AhMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    Ranges.add(given, SPI, ALL, printed);
    Ranges.add(given, LENGTH, 0L, printed);
    given.option(RESERVED).ifPresent(printed::add);
    return printed;
  }
}
