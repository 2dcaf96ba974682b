package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.TcpOptionKinds;
import java.util.List;
import java.util.Set;

/**
 * {@code -j TCPOPTSTRIP}: overwrites options of the TCP header; iptables-extensions(8), section
 * TCPOPTSTRIP, and the kernel's {@code net/netfilter/xt_TCPOPTSTRIP.c}.
 */
public final class TcpoptstripTarget {

  private static final int NO_OPERATION = 1;

  /** The option that names the largest segment. */
  private static final int MSS = 2;

  /** The options; without any nothing changes. */
  public static final OptionSpec<TcpOptionKinds> STRIP_OPTIONS =
      OptionSpec.of("--strip-options", TcpOptionKinds.TYPE);

  private TcpoptstripTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TCPOPTSTRIP", STRIP_OPTIONS).onProtocols(6).inTables("mangle"));
  }

  /** Overwrites options with such as say nothing; net/netfilter/xt_TCPOPTSTRIP.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    Set<Integer> kinds =
        given.get(STRIP_OPTIONS).<Set<Integer>>map(k -> k.kinds()).orElse(Set.of());
    return packet -> {
      if (packet.fragmentOffset() == 0 && packet.bytes() != null) {
        if (kinds.contains(MSS)) {
          packet.setSegmentSizes(NumberSet.of(0, 0).without(NumberSet.ALL));
        }
        TcpOptionBytes.walk(
            packet,
            (offset, kind, length) -> {
              for (int i = 0; i < length && kinds.contains(kind); i++) {
                packet.setByte(offset + i, NO_OPERATION);
              }
              return true;
            });
      }
      return Fate.CONTINUE;
    };
  }
}
