package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
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

  /** The length of the header without authentication data. */
  private static final int HEADER = 12;

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

  /**
   * Whether the header is such; ah_mt in net/ipv4/netfilter/ipt_ah.c, and ah_mt6 in
   * net/ipv6/netfilter/ip6t_ah.c, which finds it before others too.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    NumberRange spi = given.get(SPI, ALL);
    boolean notSpi = given.isNegated(SPI);
    if (rule.family() == Family.IPV4) {
      return HeaderBytes.inRange(HEADER, 4, 4, spi, notSpi);
    }
    long length = given.get(LENGTH, 0L);
    boolean notLength = given.isNegated(LENGTH);
    boolean reserved = given.has(RESERVED);
    ExtensionHeaders.Test test =
        (packet, bytes, at) -> {
          int size = ExtensionHeaders.size(bytes, AH, at);
          if (size > 0 && HeaderBytes.isCut(bytes, at + size)) {
            return HeaderBytes.drop(packet);
          }
          Truth holds =
              HeaderBytes.within(HeaderBytes.number(bytes, at + 4, 4), spi.low(), spi.high())
                  .not(notSpi);
          if (size < 0) {
            holds = holds.and(Truth.UNKNOWN);
          }
          if (length != 0) {
            holds = holds.and(HeaderBytes.within(size, length, length).not(notLength));
          }
          return reserved
              ? holds.and(HeaderBytes.within(HeaderBytes.number(bytes, at + 2, 2), 0, 0))
              : holds;
        };
    return packet -> ExtensionHeaders.ask(packet, AH, HEADER, test);
  }
}
