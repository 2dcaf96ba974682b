package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.SctpChunks;
import java.util.List;

/** {@code -m sctp}; iptables-extensions(8), section sctp. */
public final class SctpMatch {

  private static final int SCTP = 132;

  /** The length of the header before the chunks. */
  private static final int HEADER = 12;

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

  /** Whether ports and chunks are such; sctp_mt in net/netfilter/xt_sctp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    PortTest ports = PortTest.of(given, SPORT, DPORT);
    SctpChunkTest chunks = given.get(CHUNK_TYPES).map(SctpChunkTest::new).orElse(null);
    boolean notChunks = given.isNegated(CHUNK_TYPES);
    return packet -> {
      if (packet.fragmentOffset() != 0) {
        return Truth.NO;
      }
      if (HeaderBytes.isCut(packet, Field.SOURCE_PORT, HEADER)) {
        return HeaderBytes.drop(packet);
      }
      Truth holds = ports.test(packet);
      if (chunks == null || holds == Truth.NO) {
        return holds;
      }
      BytesView bytes = packet.bytes();
      int first = bytes.transport() + HEADER;
      return holds.and(chunks.test(packet, bytes, first, holds).not(notChunks));
    };
  }
}
