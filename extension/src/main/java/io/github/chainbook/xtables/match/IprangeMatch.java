package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;

/** {@code -m iprange}; iptables-extensions(8), section iprange. */
public final class IprangeMatch {

  /**
   * Addresses in a row, both ends included; none where the lowest is above the highest.
   *
   * @param low the lowest
   * @param high the highest
   */
  public record Range(Address low, Address high) {

    /** {@code low-high}, or one address; always printed with both ends. */
    public static final ValueType<Range> TYPE =
        WordType.of((word, rule) -> parse(word, rule.family()), Range::toString);

    private static Range parse(String word, Family family) throws BadValue {
      int dash = word.indexOf('-');
      Address low = Address.parse(dash < 0 ? word : word.substring(0, dash), family);
      return new Range(low, dash < 0 ? low : Address.parse(word.substring(dash + 1), family));
    }

    /** Whether this address is in the range. */
    public boolean contains(Address address) {
      return low.compareUnsigned(address) <= 0 && address.compareUnsigned(high) <= 0;
    }

    @Override
    public String toString() {
      return low + "-" + high;
    }
  }

  /** The addresses that it may come from. */
  public static final OptionSpec<Range> SRC_RANGE =
      OptionSpec.of("--src-range", Range.TYPE).orNot();

  /** The addresses that it may go to. */
  public static final OptionSpec<Range> DST_RANGE =
      OptionSpec.of("--dst-range", Range.TYPE).orNot();

  private IprangeMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("iprange", SRC_RANGE, DST_RANGE)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match iprange needs --src-range or --dst-range");
                  }
                }));
  }

  /** Whether the addresses are such; iprange_mt4 and iprange_mt6 in net/netfilter/xt_iprange.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Range from = given.get(SRC_RANGE, null);
    Range to = given.get(DST_RANGE, null);
    boolean notFrom = given.isNegated(SRC_RANGE);
    boolean notTo = given.isNegated(DST_RANGE);
    return packet -> {
      Truth source = in(packet.source(), from, notFrom);
      return source == Truth.NO ? Truth.NO : source.and(in(packet.destination(), to, notTo));
    };
  }

  private static Truth in(Address address, Range range, boolean negated) {
    if (range == null) {
      return Truth.YES;
    }
    return address == null ? Truth.UNKNOWN : Truth.of(range.contains(address) != negated);
  }
}
