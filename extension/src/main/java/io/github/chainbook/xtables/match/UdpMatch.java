package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.ServicePorts;
import java.util.ArrayList;
import java.util.List;

/** {@code -m udp}; iptables-extensions(8), section udp. */
public final class UdpMatch {

  private static final int HEADER = 8;

  /** The ports that it may come from. */
  public static final OptionSpec<PortRange> SPORT =
      OptionSpec.of("--sport", ServicePorts.RANGE).alias("--source-port").orNot();

  /** The ports that it may go to. */
  public static final OptionSpec<PortRange> DPORT =
      OptionSpec.of("--dport", ServicePorts.RANGE).alias("--destination-port").orNot();

  private UdpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("udp", SPORT, DPORT).onProtocols(17).printed(UdpMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    Ports.add(given, SPORT, printed);
    Ports.add(given, DPORT, printed);
    return printed;
  }

  /** Whether the ports are such; udp_mt in net/netfilter/xt_tcpudp.c, or expressions of nft. */
  public static PacketTest test(Options given, RuleContext rule) {
    PortTest ports = PortTest.of(given, SPORT, DPORT);
    boolean isEmpty = ports.isEmpty();
    return packet -> {
      if (!isEmpty && packet.machine().isNft()) {
        return ports.testNft(packet);
      }
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      return HeaderBytes.isCut(packet, Field.SOURCE_PORT, HEADER)
          ? HeaderBytes.drop(packet)
          : ports.test(packet);
    };
  }
}
