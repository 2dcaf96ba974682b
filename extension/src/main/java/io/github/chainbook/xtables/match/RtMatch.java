package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.OrderedRange;
import io.github.chainbook.xtables.value.WordType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code -m rt}: the Routing header of IPv6; iptables-extensions(8), section rt. */
public final class RtMatch {

  /** IP6T_RT_HOPS; linux/netfilter_ipv6/ip6t_rt.h. */
  private static final int MAX_ADDRESSES = 16;

  /** Every number of segments. */
  private static final NumberRange ALL = new NumberRange(0, Numbers.MAX_32);

  private static final ValueType<List<Address>> ADDRESSES =
      WordType.of((word, rule) -> addresses(word), RtMatch::text);

  /** The header's type. */
  public static final OptionSpec<Long> TYPE =
      OptionSpec.of("--rt-type", Numbers.between(0, Numbers.MAX_32)).orNot();

  /** How many stops are still to be visited. */
  public static final OptionSpec<NumberRange> SEGMENTS_LEFT =
      OptionSpec.of("--rt-segsleft", OrderedRange.upTo(Numbers.MAX_32)).orNot();

  /** How long the header is, in bytes. */
  public static final OptionSpec<Long> LENGTH =
      OptionSpec.of("--rt-len", Numbers.between(0, Numbers.MAX_32)).orNot();

  /** That the reserved field is zero. */
  public static final OptionSpec<Flag> RESERVED = OptionSpec.flag("--rt-0-res");

  /** The stops that the header lists, in this order. */
  public static final OptionSpec<List<Address>> STOPS = OptionSpec.of("--rt-0-addrs", ADDRESSES);

  /** That other stops may stand between those listed. */
  public static final OptionSpec<Flag> NOT_STRICT = OptionSpec.flag("--rt-0-not-strict");

  private RtMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("rt", TYPE, SEGMENTS_LEFT, LENGTH, RESERVED, STOPS, NOT_STRICT)
            .onlyFor(Family.IPV6)
            .checked(RtMatch::check)
            .printed(RtMatch::print));
  }

  private static List<Address> addresses(String word) throws BadValue {
    List<Address> addresses = new ArrayList<>();
    for (String part : word.split(",", MAX_ADDRESSES + 1)) {
      if (addresses.size() == MAX_ADDRESSES) {
        throw new BadValue("expected at most " + MAX_ADDRESSES + " addresses");
      }
      addresses.add(Address.parse(part, Family.IPV6));
    }
    return List.copyOf(addresses);
  }

  private static String text(List<Address> addresses) {
    return addresses.stream().map(Address::toString).collect(Collectors.joining(","));
  }

  // libip6t_rt.c looks at what stands before each option.
  private static void check(Options given, RuleContext rule) throws BadRule {
    boolean isType0 = given.get(TYPE, -1L) == 0 && !given.isNegated(TYPE);
    for (OptionSpec<?> spec : List.of(RESERVED, STOPS)) {
      if (given.has(spec) && !(isType0 && Sequence.isBefore(given, TYPE, spec))) {
        throw BadRule.at(spec, spec.name() + " needs --rt-type 0 before it");
      }
    }
    if (given.has(NOT_STRICT) && !Sequence.isBefore(given, STOPS, NOT_STRICT)) {
      throw BadRule.at(NOT_STRICT, NOT_STRICT.name() + " needs --rt-0-addrs before it");
    }
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    given.option(TYPE).ifPresent(printed::add);
    Ranges.add(given, SEGMENTS_LEFT, ALL, printed);
    for (OptionSpec<?> spec : List.of(LENGTH, RESERVED, STOPS, NOT_STRICT)) {
      given.option(spec).ifPresent(printed::add);
    }
    return printed;
  }

  /** Whether there is such a header; rt_mt6 in net/ipv6/netfilter/ip6t_rt.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    RoutingHeaderTest test =
        new RoutingHeaderTest(
            given.get(TYPE, -1L),
            given.isNegated(TYPE),
            given.get(SEGMENTS_LEFT, ALL),
            given.isNegated(SEGMENTS_LEFT),
            given.get(LENGTH, -1L),
            given.isNegated(LENGTH),
            given.has(RESERVED),
            given.get(STOPS, List.of()),
            !given.has(NOT_STRICT));
    return packet -> ExtensionHeaders.ask(packet, ExtensionHeaders.ROUTING, 4, test);
  }
}
