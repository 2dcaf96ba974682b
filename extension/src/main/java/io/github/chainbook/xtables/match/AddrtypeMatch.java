package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.AddressType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code -m addrtype}; iptables-extensions(8), section addrtype. */
public final class AddrtypeMatch {

  /** The types that the source's address may have. */
  public static final OptionSpec<Set<AddressType>> SRC_TYPE =
      OptionSpec.of("--src-type", AddressType.LIST).orNot();

  /** The types that the destination's address may have. */
  public static final OptionSpec<Set<AddressType>> DST_TYPE =
      OptionSpec.of("--dst-type", AddressType.LIST).orNot();

  /** That only the interface which it came in by is asked. */
  public static final OptionSpec<Flag> LIMIT_IFACE_IN =
      OptionSpec.flag("--limit-iface-in").not("--limit-iface-out");

  /** That only the interface which it leaves by is asked. */
  public static final OptionSpec<Flag> LIMIT_IFACE_OUT =
      OptionSpec.flag("--limit-iface-out").not("--limit-iface-in");

  /** What IPv6 does not know; addrtype_mt_checkentry_v1 in net/netfilter/xt_addrtype.c. */
  private static final Set<AddressType> IPV4_ONLY =
      EnumSet.of(
          AddressType.BROADCAST,
          AddressType.BLACKHOLE,
          AddressType.PROHIBIT,
          AddressType.THROW,
          AddressType.NAT,
          AddressType.XRESOLVE);

  private AddrtypeMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("addrtype", SRC_TYPE, DST_TYPE, LIMIT_IFACE_IN, LIMIT_IFACE_OUT)
            .checked(AddrtypeMatch::check)
            .atHooks(AddrtypeMatch::hooks));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (!given.hasAny(SRC_TYPE, DST_TYPE)) {
      throw BadRule.missing("match addrtype needs --src-type or --dst-type");
    }
    if (rule.family() == Family.IPV6) {
      checkIpv6(given, SRC_TYPE);
      checkIpv6(given, DST_TYPE);
    }
  }

  private static void checkIpv6(Options given, OptionSpec<Set<AddressType>> spec) throws BadRule {
    for (AddressType type : given.get(spec, Set.of())) {
      if (IPV4_ONLY.contains(type)) {
        throw BadRule.value(spec, "addresses of type " + type + " are for IPv4 only");
      }
    }
  }

  private static Set<String> hooks(Options given) {
    if (given.has(LIMIT_IFACE_IN)) {
      return Set.of("PREROUTING", "INPUT", "FORWARD");
    }
    return given.has(LIMIT_IFACE_OUT) ? Set.of("FORWARD", "OUTPUT", "POSTROUTING") : Set.of();
  }

  /** Whether the addresses are of such types; addrtype_mt_v1 in net/netfilter/xt_addrtype.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    AddressTypeTest from = AddressTypeTest.of(given.get(SRC_TYPE, Set.of()), rule.family());
    AddressTypeTest to = AddressTypeTest.of(given.get(DST_TYPE, Set.of()), rule.family());
    boolean notFrom = given.isNegated(SRC_TYPE);
    boolean notTo = given.isNegated(DST_TYPE);
    boolean ofIn = given.has(LIMIT_IFACE_IN);
    boolean ofOut = given.has(LIMIT_IFACE_OUT);
    return packet -> {
      String device = ofIn ? packet.inInterface() : ofOut ? packet.outInterface() : "";
      MachineView machine = packet.machine();
      Truth source = from.test(packet.source(), machine, device, notFrom);
      return source == Truth.NO
          ? Truth.NO
          : source.and(to.test(packet.destination(), machine, device, notTo));
    };
  }
}
