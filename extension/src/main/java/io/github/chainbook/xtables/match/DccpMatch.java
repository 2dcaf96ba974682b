package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
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
}
