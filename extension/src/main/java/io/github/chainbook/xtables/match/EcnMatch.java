package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.EcnCodepoint;
import io.github.chainbook.xtables.value.TcpFlags;
import java.util.List;

/**
 * {@code -m ecn}: the bits of explicit congestion notification; iptables-extensions(8), section
 * ecn, and the kernel's {@code net/netfilter/xt_ecn.c}.
 */
public final class EcnMatch {

  private static final int ECE = 0x40;
  private static final int CWR = 0x80;

  /** That the TCP header's bit ECE is set. */
  public static final OptionSpec<Flag> TCP_ECE = OptionSpec.flag("--ecn-tcp-ece").orNot();

  /** That the TCP header's bit CWR is set. */
  public static final OptionSpec<Flag> TCP_CWR = OptionSpec.flag("--ecn-tcp-cwr").orNot();

  /** The code point of the IP header. */
  public static final OptionSpec<EcnCodepoint> IP_ECT =
      OptionSpec.of("--ecn-ip-ect", EcnCodepoint.TYPE).orNot();

  private EcnMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(Extension.match("ecn", TCP_ECE, TCP_CWR, IP_ECT).checked(EcnMatch::check));
  }

  private static void check(Options given, RuleContext rule) throws BadRule {
    if (given.list().isEmpty()) {
      throw BadRule.missing("match ecn needs --ecn-tcp-ece, --ecn-tcp-cwr or --ecn-ip-ect");
    }
    if (given.hasAny(TCP_ECE, TCP_CWR) && !rule.isProtocol(6)) {
      throw BadRule.protocol("match ecn needs -p tcp without ! to look at the TCP header");
    }
  }

  /**
   * Whether the bits are such; ecn_mt4 and ecn_mt6 in net/netfilter/xt_ecn.c. What stands in a
   * later fragment at the place of the TCP header is read as one; without a whole header it says
   * no.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    PacketTest ip =
        given
            .get(IP_ECT)
            .map(ect -> TosBits.test(ect.ordinal(), 3, given.isNegated(IP_ECT)))
            .orElse(packet -> Truth.YES);
    int examined = bit(given, TCP_ECE, ECE, false) | bit(given, TCP_CWR, CWR, false);
    int set = bit(given, TCP_ECE, ECE, true) | bit(given, TCP_CWR, CWR, true);
    if (examined == 0) {
      return ip;
    }
    TcpFlagsTest flags = TcpFlagsTest.of(new TcpFlags(examined, set), false);
    return packet -> {
      Truth holds = ip.test(packet);
      return holds == Truth.NO ? Truth.NO : holds.and(tcp(packet, flags));
    };
  }

  private static int bit(Options given, OptionSpec<Flag> spec, int bit, boolean set) {
    return given.has(spec) && !(set && given.isNegated(spec)) ? bit : 0;
  }

  private static Truth tcp(PacketView packet, TcpFlagsTest flags) {
    BytesView bytes = packet.bytes();
    int header = bytes.transport();
    if (HeaderBytes.isCut(bytes, header + 20)) {
      return Truth.NO;
    }
    return packet.has(Field.TCP_FLAGS) ? flags.test(packet) : flags.ofByte(bytes.at(header + 13));
  }
}
