package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.Field;
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

  /** Whether the header is such; tcp_mt in net/netfilter/xt_tcpudp.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    PortRange from = given.get(SPORT, PortRange.ALL);
    PortRange to = given.get(DPORT, PortRange.ALL);
    boolean notFrom = given.isNegated(SPORT);
    boolean notTo = given.isNegated(DPORT);
    return packet ->
        packet.fragmentOffset() != 0
            ? Truth.NO
            : port(packet, Field.SOURCE_PORT, from, notFrom)
                .and(port(packet, Field.DESTINATION_PORT, to, notTo));
  }

  private static Truth port(PacketView packet, Field field, PortRange range, boolean negated) {
    return packet.within(field, range.low(), range.high()).not(negated);
  }
}
