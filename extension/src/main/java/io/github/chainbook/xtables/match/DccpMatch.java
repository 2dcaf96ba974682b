package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.DccpType;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.ServicePorts;
import java.util.List;
import java.util.Set;

/** {@code -m dccp}; iptables-extensions(8), section dccp. */
public final class DccpMatch {

  private static final int DCCP = 33;

  /** The ports that it may come from. */
  public static final OptionSpec<PortRange> SPORT =
      OptionSpec.of("--sport", ServicePorts.RANGE).alias("--source-port").orNot();

  /** The ports that it may go to. */
  public static final OptionSpec<PortRange> DPORT =
      OptionSpec.of("--dport", ServicePorts.RANGE).alias("--destination-port").orNot();

  /** The types of packets, of which it must have one. */
  public static final OptionSpec<Set<DccpType>> TYPES =
      OptionSpec.of("--dccp-types", DccpType.SET).orNot();

  /** The number of a DCCP option that is there. */
  public static final OptionSpec<Long> DCCP_OPTION =
      OptionSpec.of("--dccp-option", Numbers.between(1, 255)).orNot();

  private DccpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("dccp", SPORT, DPORT, TYPES, DCCP_OPTION).onProtocols(DCCP));
  }

  /** Whether ports, type and option are such; dccp_mt in net/netfilter/xt_dccp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    PortTest ports = PortTest.of(given, SPORT, DPORT);
    Set<DccpType> wanted = given.get(TYPES, Set.of());
    boolean[] types = new boolean[16];
    for (int type = 0; type < types.length; type++) {
      types[type] = wanted.contains(DccpTest.named(type));
    }
    boolean asksType = given.has(TYPES);
    boolean notType = given.isNegated(TYPES);
    int option = (int) (long) given.get(DCCP_OPTION, -1L);
    boolean notOption = given.isNegated(DCCP_OPTION);
    return packet -> {
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      BytesView bytes = packet.bytes();
      int header = bytes.transport();
      if (HeaderBytes.isCut(bytes, header + DccpTest.HEADER)) {
        return HeaderBytes.drop(packet);
      }
      Truth holds = ports.test(packet);
      if (asksType && holds != Truth.NO) {
        int type = DccpTest.type(bytes, header);
        holds = holds.and(type < 0 ? Truth.UNKNOWN : Truth.of(types[type] != notType));
      }
      return option < 0 || holds == Truth.NO
          ? holds
          : holds.and(DccpTest.hasOption(packet, header, option, holds).not(notOption));
    };
  }
}
