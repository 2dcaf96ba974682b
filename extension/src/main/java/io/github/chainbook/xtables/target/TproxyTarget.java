package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.BadRule;
import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.RuleOption;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Host;
import io.github.chainbook.xtables.value.Mark;
import io.github.chainbook.xtables.value.ServicePorts;
import java.util.List;

/**
 * {@code -j TPROXY}: hands a packet to a socket of this machine, without changing it;
 * iptables-extensions(8), section TPROXY, and the kernel's {@code net/netfilter/xt_TPROXY.c}.
 */
public final class TproxyTarget {

  /** The socket's port; 0 for the packet's own destination port. */
  public static final OptionSpec<Integer> ON_PORT =
      OptionSpec.of("--on-port", ServicePorts.PORT).needed();

  /** The socket's address; all zero bits for an address of the incoming interface. */
  public static final OptionSpec<Address> ON_IP = OptionSpec.of("--on-ip", Host.TYPE);

  /** How the packet is marked: the bits of the mask are cleared, then those of the value turned. */
  public static final OptionSpec<Mark> TPROXY_MARK = OptionSpec.of("--tproxy-mark", Mark.WITH_MASK);

  private TproxyTarget() {}

  /** The extension. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.target("TPROXY", ON_PORT, ON_IP, TPROXY_MARK)
            .inTables("mangle")
            .atHooks("PREROUTING")
            .printed(TproxyTarget::print)
            .checked(
                (given, rule) -> {
                  if (!rule.isProtocol(6, 17)) {
                    throw BadRule.protocol("target TPROXY needs -p tcp or -p udp without !");
                  }
                }));
  }

  // What was left out is printed as well: tproxy_tg_save4 in libxt_TPROXY.c.
  private static List<RuleOption> print(Options given, RuleContext rule) {
    return List.of(
        given.option(ON_PORT).orElseGet(() -> ON_PORT.saying(0)),
        given.option(ON_IP).orElseGet(() -> ON_IP.saying(Address.zero(rule.family()))),
        given.option(TPROXY_MARK).orElseGet(() -> TPROXY_MARK.saying(new Mark(0, 0))));
  }

  /** Hands the packet to a listening socket; net/netfilter/xt_TPROXY.c. */
  public static PacketAction action(Options given, RuleContext rule) {
    return new TproxyAction(given);
  }
}
