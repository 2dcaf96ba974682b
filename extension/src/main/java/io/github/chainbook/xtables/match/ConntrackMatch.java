package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.BadValue;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.ValueType;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.value.ConntrackState;
import io.github.chainbook.xtables.value.ConntrackStatus;
import io.github.chainbook.xtables.value.EnumWords;
import io.github.chainbook.xtables.value.HostNetwork;
import io.github.chainbook.xtables.value.Network;
import io.github.chainbook.xtables.value.NumberRange;
import io.github.chainbook.xtables.value.Numbers;
import io.github.chainbook.xtables.value.PortRange;
import io.github.chainbook.xtables.value.Protocol;
import io.github.chainbook.xtables.value.ServicePorts;
import io.github.chainbook.xtables.value.WordType;
import java.util.List;
import java.util.Set;

/** {@code -m conntrack}: the packet's connection; iptables-extensions(8), section conntrack. */
public final class ConntrackMatch {

  /** The way that a packet goes, as seen from the connection's first packet. */
  public enum Direction {
    /** As the first packet. */
    ORIGINAL,
    /** Against it. */
    REPLY
  }

  private static final ValueType<Protocol> PROTOCOL_NUMBER =
      WordType.of((word, rule) -> protocol(word), protocol -> String.valueOf(protocol.number()));

  private static final ValueType<NumberRange> SECONDS =
      WordType.of((word, rule) -> seconds(word), NumberRange::toString);

  /** The states one of which it has. */
  public static final OptionSpec<Set<ConntrackState>> CTSTATE =
      OptionSpec.of("--ctstate", ConntrackState.ALL).orNot();

  /** The connection's protocol. */
  public static final OptionSpec<Protocol> CTPROTO =
      OptionSpec.of("--ctproto", PROTOCOL_NUMBER).orNot();

  /** Where the connection's first packet came from, before any translation. */
  public static final OptionSpec<Network> CTORIGSRC =
      OptionSpec.of("--ctorigsrc", HostNetwork.TYPE).orNot();

  /** Where the connection's first packet went, before any translation. */
  public static final OptionSpec<Network> CTORIGDST =
      OptionSpec.of("--ctorigdst", HostNetwork.TYPE).orNot();

  /** Where replies come from, before they are translated back. */
  public static final OptionSpec<Network> CTREPLSRC =
      OptionSpec.of("--ctreplsrc", HostNetwork.TYPE).orNot();

  /** Where replies go, before they are translated back. */
  public static final OptionSpec<Network> CTREPLDST =
      OptionSpec.of("--ctrepldst", HostNetwork.TYPE).orNot();

  /** The ports that the connection's first packet came from, before any translation. */
  public static final OptionSpec<PortRange> CTORIGSRCPORT =
      OptionSpec.of("--ctorigsrcport", ServicePorts.RANGE).orNot();

  /** The ports that the connection's first packet went to, before any translation. */
  public static final OptionSpec<PortRange> CTORIGDSTPORT =
      OptionSpec.of("--ctorigdstport", ServicePorts.RANGE).orNot();

  /** The ports that replies come from, before they are translated back. */
  public static final OptionSpec<PortRange> CTREPLSRCPORT =
      OptionSpec.of("--ctreplsrcport", ServicePorts.RANGE).orNot();

  /** The ports that replies go to, before they are translated back. */
  public static final OptionSpec<PortRange> CTREPLDSTPORT =
      OptionSpec.of("--ctrepldstport", ServicePorts.RANGE).orNot();

  /** What has happened to the connection: one of these at least, so that NONE never holds. */
  public static final OptionSpec<Set<ConntrackStatus>> CTSTATUS =
      OptionSpec.of("--ctstatus", ConntrackStatus.TYPE).orNot();

  /** How long the connection's entry lives on without a packet, in seconds. */
  public static final OptionSpec<NumberRange> CTEXPIRE =
      OptionSpec.of("--ctexpire", SECONDS).orNot();

  /** The way that the packet goes. */
  public static final OptionSpec<Direction> CTDIR =
      OptionSpec.of("--ctdir", EnumWords.anyCase(Direction.class));

  private ConntrackMatch() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match(
                "conntrack",
                CTSTATE,
                CTPROTO,
                CTORIGSRC,
                CTORIGDST,
                CTREPLSRC,
                CTREPLDST,
                CTORIGSRCPORT,
                CTORIGDSTPORT,
                CTREPLSRCPORT,
                CTREPLDSTPORT,
                CTSTATUS,
                CTEXPIRE,
                CTDIR)
            .checked(
                (given, rule) -> {
                  if (given.list().isEmpty()) {
                    throw BadRule.missing("match conntrack needs an option, such as --ctstate");
                  }
                }));
  }

  // 1.8.9 loads protocol 0, which no connection has; later versions and their tests refuse it.
  private static Protocol protocol(String word) throws BadValue {
    Protocol protocol = Protocol.parse(word);
    if (protocol.number() == 0) {
      throw BadValue.expected("a protocol other than 0, which no connection has", word);
    }
    return protocol;
  }

  // 1.8.9 loads a range that nothing is in; later versions and their tests refuse it.
  private static NumberRange seconds(String word) throws BadValue {
    NumberRange range = NumberRange.parse(word, Numbers.MAX_32);
    if (range.low() > range.high()) {
      throw BadValue.expected("a range whose first number is not above its last", word);
    }
    return range;
  }

  /** Whether its connection is such; conntrack_mt in net/netfilter/xt_conntrack.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    return new ConntrackTest(given);
  }
}
