package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.OrderedRange;
import java.util.ArrayList;
import java.util.List;

/** {@code -m ipcomp}: compressed payload; iptables-extensions(8), section ipcomp. */
public final class IpcompMatch {

  private static final int IPCOMP = 108;

  /** Every index. */
  private static final NumberRange ALL = new NumberRange(0, Numbers.MAX_32);

  /** What a rule without the option asks for: libxt_ipcomp.c of 1.8.9 sets no other default. */
  private static final NumberRange DEFAULT = new NumberRange(0, 0);

  /** The Compression Parameter Indexes that it may have; without the option just 0. */
  public static final OptionSpec<NumberRange> SPI =
      OptionSpec.of("--ipcompspi", OrderedRange.upTo(Numbers.MAX_32)).orNot();

  /** That the reserved field is looked at; the kernel does not do it. */
  public static final OptionSpec<Flag> RESERVED = OptionSpec.flag("--compres");

  private IpcompMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("ipcomp", SPI, RESERVED).onProtocols(IPCOMP).printed(IpcompMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    if (given.has(SPI)) {
      Ranges.add(given, SPI, ALL, printed);
    } else {
      printed.add(SPI.saying(DEFAULT));
    }
    given.option(RESERVED).ifPresent(printed::add);
    return printed;
  }

  /**
   * Whether the index, of 16 bits, is such; comp_mt in net/netfilter/xt_ipcomp.c. As it is printed,
   * a rule without the option asks for every index.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    return HeaderBytes.inRange(4, 2, 2, given.get(SPI, ALL), given.isNegated(SPI));
  }
}
