package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.PortList;
import java.util.List;

/** {@code -m multiport}; iptables-extensions(8), section multiport. */
public final class MultiportMatch {

  /** The ports that it may come from. */
  public static final OptionSpec<PortList> SPORTS =
      ports("--sports").alias("--source-ports").not("--dports", "--ports");

  /** The ports that it may go to. */
  public static final OptionSpec<PortList> DPORTS =
      ports("--dports").alias("--destination-ports").not("--sports", "--ports");

  /** The ports of which it comes from one or goes to one. */
  public static final OptionSpec<PortList> PORTS = ports("--ports").not("--sports", "--dports");

  private MultiportMatch() {}

  private static OptionSpec<PortList> ports(String name) {
    return OptionSpec.of(name, PortList.TYPE).orNot();
  }

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("multiport", SPORTS, DPORTS, PORTS)
            .onProtocols(6, 17, 33, 132, 136)
            .checked(MultiportMatch::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing("match multiport needs --sports, --dports or --ports");
    }
    // iptables asks for the protocol when it meets the ports.
    for (OptionSpec<PortList> spec : List.of(SPORTS, DPORTS, PORTS)) {
      if (given.get(spec).filter(ports -> ports.protocol() != rule.protocol()).isPresent()) {
        throw BadRule.at(spec, spec.name() + " needs -p before it");
      }
    }
  }

  /** Whether a port is in the list; multiport_mt in net/netfilter/xt_multiport.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    OptionSpec<PortList> spec = given.has(SPORTS) ? SPORTS : given.has(DPORTS) ? DPORTS : PORTS;
    NumberSet ports =
        NumberSet.union(
            given.get(spec).orElseThrow().ranges().stream()
                .map(range -> NumberSet.of(range.low(), range.high()))
                .toList());
    boolean negated = given.isNegated(spec);
    boolean source = spec != DPORTS;
    boolean destination = spec != SPORTS;
    return packet -> {
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      if (HeaderBytes.isCut(packet, Field.SOURCE_PORT, 4)) {
        return HeaderBytes.drop(packet);
      }
      Truth found = source ? HeaderBytes.within(packet, Field.SOURCE_PORT, 0, 2, ports) : Truth.NO;
      if (destination && found != Truth.YES) {
        found = found.or(HeaderBytes.within(packet, Field.DESTINATION_PORT, 2, 2, ports));
      }
      return found.not(negated);
    };
  }
}
