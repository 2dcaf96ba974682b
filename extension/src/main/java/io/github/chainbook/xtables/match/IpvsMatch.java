package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.Protocol;
import io.github.chainbook.xtables.value.ServicePorts;
import io.github.chainbook.xtables.value.WordType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -m ipvs}: what the load balancer IPVS knows of the packet; iptables-extensions(8), section
 * ipvs.
 */
public final class IpvsMatch {

  /** Which way the packet goes. */
  public enum Direction {
    ORIGINAL,
    REPLY
  }

  /** How IPVS forwards: through a gateway, in a tunnel, or with a new address. */
  public enum Method {
    GATE,
    IPIP,
    MASQ
  }

  /** That the packet belongs to a connection of IPVS; every other option says that too. */
  public static final OptionSpec<Flag> IPVS = OptionSpec.flag("--ipvs").orNot();

  /** The protocol of the virtual service. */
  public static final OptionSpec<Protocol> PROTOCOL =
      OptionSpec.of(
              "--vproto",
              WordType.of(
                  (word, rule) -> Protocol.parse(word),
                  protocol -> String.valueOf(protocol.number())))
          .orNot();

  /** The addresses of the virtual service. */
  public static final OptionSpec<Network> ADDRESS =
      OptionSpec.of("--vaddr", HostNetwork.TYPE).orNot();

  /** The port of the virtual service. */
  public static final OptionSpec<Integer> PORT =
      OptionSpec.of("--vport", ServicePorts.PORT).orNot();

  /** Which way the packet goes. */
  public static final OptionSpec<Direction> DIRECTION =
      OptionSpec.of("--vdir", EnumWords.anyCase(Direction.class));

  /** How the connection is forwarded. */
  public static final OptionSpec<Method> METHOD =
      OptionSpec.of("--vmethod", EnumWords.anyCase(Method.class)).orNot();

  /** The port of the virtual service that the controlling connection goes to, as of FTP. */
  public static final OptionSpec<Integer> CONTROL_PORT =
      OptionSpec.of("--vportctl", ServicePorts.PORT).orNot();

  private IpvsMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("ipvs", IPVS, PROTOCOL, ADDRESS, PORT, DIRECTION, METHOD, CONTROL_PORT)
            .checked(IpvsMatch::check)
            .printed(IpvsMatch::print));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing("match ipvs needs an option, such as --ipvs");
    }
    if (given.isNegated(IPVS) && given.list().size() > 1) {
      throw BadRule.at(IPVS, "! --ipvs cannot stand beside other options of the match ipvs");
    }
  }

  // --ipvs is left out beside what implies it: ipvs_mt_dump in libxt_ipvs.c.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    List.of(PROTOCOL, ADDRESS, PORT, DIRECTION, METHOD, CONTROL_PORT)
        .forEach(spec -> given.option(spec).ifPresent(printed::add));
    return printed.isEmpty() ? given.list() : printed;
  }

  /** Whether IPVS knows it; ipvs_mt in net/netfilter/xt_ipvs.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth withoutIpvs = Truth.of(given.isNegated(IPVS));
    return packet -> packet.machine().isComplete() ? withoutIpvs : Truth.UNKNOWN;
  }
}
