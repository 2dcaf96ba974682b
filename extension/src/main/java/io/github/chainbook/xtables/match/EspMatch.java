package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
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

/** {@code -m esp}: IPsec's encrypted payload; iptables-extensions(8), section esp. */
public final class EspMatch {

  private static final int ESP = 50;

  /** Every Security Parameters Index. */
  private static final NumberRange ALL = new NumberRange(0, Numbers.MAX_32);

  /** The Security Parameters Indexes that it may have, numbers of 32 bits. */
  public static final OptionSpec<NumberRange> SPI =
      OptionSpec.of("--espspi", OrderedRange.upTo(Numbers.MAX_32)).orNot();

  private EspMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("esp", SPI).onProtocols(ESP).printed(EspMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    Ranges.add(given, SPI, ALL, printed);
    return printed;
  }

  /** Whether the index is such; esp_mt in net/netfilter/xt_esp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return HeaderBytes.inRange(8, 0, 4, given.get(SPI, ALL), given.isNegated(SPI));
  }
}
