package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.SctpChunks;
import java.util.List;

/** {@code -m sctp}; iptables-extensions(8), section sctp. */
public final class SctpMatch {

  private static final int SCTP = 132;

  /** The ports that it may come from. */
  public static final OptionSpec<PortRange> SPORT =
      OptionSpec.of("--sport", PortRange.ofProtocol(SCTP)).alias("--source-port").orNot();

  /** The ports that it may go to. */
  public static final OptionSpec<PortRange> DPORT =
      OptionSpec.of("--dport", PortRange.ofProtocol(SCTP)).alias("--destination-port").orNot();

  /** The chunks that it must have. */
  public static final OptionSpec<SctpChunks> CHUNK_TYPES =
      OptionSpec.of("--chunk-types", SctpChunks.TYPE).orNot();

  private SctpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("sctp", SPORT, DPORT, CHUNK_TYPES).onProtocols(SCTP));
  }
}
