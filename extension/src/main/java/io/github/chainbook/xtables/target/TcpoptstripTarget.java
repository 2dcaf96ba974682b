package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.TcpOptionKinds;
import java.util.List;

/**
 * {@code -j TCPOPTSTRIP}: overwrites options of the TCP header; iptables-extensions(8), section
 * TCPOPTSTRIP, and the kernel's {@code net/netfilter/xt_TCPOPTSTRIP.c}.
 */
public final class TcpoptstripTarget {

  /** The options; without any nothing changes. */
  public static final OptionSpec<TcpOptionKinds> STRIP_OPTIONS =
      OptionSpec.of("--strip-options", TcpOptionKinds.TYPE);

  private TcpoptstripTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TCPOPTSTRIP", STRIP_OPTIONS).onProtocols(6).inTables("mangle"));
  }
}
