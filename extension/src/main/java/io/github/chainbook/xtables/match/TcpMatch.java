package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.BytesView;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.TcpFlags;
import java.util.ArrayList;
import java.util.List;

/** {@code -m tcp}; iptables-extensions(8), section tcp. */
public final class TcpMatch {

  private static final int TCP = 6;

  /** The length of the header without options. */
  private static final int HEADER = 20;

  /** The option that names the largest segment. */
  private static final int MSS = 2;

  private static final TcpFlags NO_FLAGS = new TcpFlags(0, 0);

  /** The ports that it may come from. */
  public static final OptionSpec<PortRange> SPORT =
      OptionSpec.of("--sport", PortRange.ofProtocol(TCP)).alias("--source-port").orNot();

  /** The ports that it may go to. */
  public static final OptionSpec<PortRange> DPORT =
      OptionSpec.of("--dport", PortRange.ofProtocol(TCP)).alias("--destination-port").orNot();

  /** The number of a TCP option that is there. */
  public static final OptionSpec<Long> TCP_OPTION =
      OptionSpec.of("--tcp-option", Numbers.between(1, 255)).orNot();

  /** The state of some flags. */
  public static final OptionSpec<TcpFlags> TCP_FLAGS =
      OptionSpec.of("--tcp-flags", TcpFlags.TYPE).orNot().not("--syn");

  /** Short for the flags that open a connection; saved as {@code --tcp-flags}. */
  public static final OptionSpec<Flag> SYN = OptionSpec.flag("--syn").orNot();

  private TcpMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("tcp", SPORT, DPORT, TCP_OPTION, TCP_FLAGS, SYN)
            .onProtocols(TCP)
            .printed(TcpMatch::print));
  }

  private static List<RuleOption> print(Options given, RuleContext rule) {
    List<RuleOption> printed = new ArrayList<>();
    Ports.add(given, SPORT, printed);
    Ports.add(given, DPORT, printed);
    given.option(TCP_OPTION).ifPresent(printed::add);
    given
        .option(TCP_FLAGS)
        .filter(flags -> flags.negated() || given.get(TCP_FLAGS).orElseThrow().examined() != 0)
        .ifPresent(printed::add);
    given.option(SYN).ifPresent(syn -> printed.add(TCP_FLAGS.saying(TcpFlags.SYN, syn.negated())));
    return printed;
  }

  /**
   * Whether the header is such; tcp_mt in net/netfilter/xt_tcpudp.c. The nft back end reads the
   * fields itself unless an option is looked for or nothing at all.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    PortTest ports = PortTest.of(given, SPORT, DPORT);
    boolean isSyn = given.has(SYN);
    TcpFlags flags = isSyn ? TcpFlags.SYN : given.get(TCP_FLAGS, NO_FLAGS);
    TcpFlagsTest flagsTest = TcpFlagsTest.of(flags, given.isNegated(isSyn ? SYN : TCP_FLAGS));
    boolean isEmpty = ports.isEmpty() && flagsTest.isEmpty();
    if (!given.has(TCP_OPTION)) {
      return packet ->
          !isEmpty && packet.machine().isNft()
              ? flagsTest.testNft(packet).and(ports.testNft(packet))
              : whole(packet, ports, flagsTest);
    }
    int kind = (int) (long) given.get(TCP_OPTION).orElseThrow();
    boolean negated = given.isNegated(TCP_OPTION);
    return packet -> {
      Truth before = whole(packet, ports, flagsTest);
      return before == Truth.NO ? Truth.NO : before.and(option(packet, kind, negated, before));
    };
  }

  private static Truth whole(PacketView packet, PortTest ports, TcpFlagsTest flags) {
    int fragment = packet.fragmentOffset();
    if (fragment != 0) {
      // Eight bytes in, a fragment could overwrite the flags. IPv6 counts bytes here, not eights.
      return fragment == 8 && packet.family() == Family.IPV4 ? HeaderBytes.drop(packet) : Truth.NO;
    }
    if (HeaderBytes.isCut(packet, Field.TCP_FLAGS, HEADER)) {
      return HeaderBytes.drop(packet);
    }
    return ports.test(packet).and(flags.test(packet));
  }

  private static Truth option(PacketView packet, int kind, boolean negated, Truth before) {
    BytesView bytes = packet.bytes();
    int header = bytes.transport();
    int words = bytes.at(header + 12);
    if (words < 0) {
      NumberSet sizes = packet.segmentSizes();
      return kind == MSS && sizes != null ? Truth.of(!sizes.isEmpty()).not(negated) : Truth.UNKNOWN;
    }
    int end = header + (words >> 4) * 4;
    if (end < header + HEADER || end > header + HEADER && HeaderBytes.isCut(bytes, end)) {
      return HeaderBytes.drop(packet, before);
    }
    return HeaderOptions.has(bytes, header + HEADER, end, kind).not(negated);
  }
}
