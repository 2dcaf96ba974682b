package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import java.util.List;

/**
 * {@code -m rpfilter}: would an answer leave by the interface that it came in by?
 * iptables-extensions(8), section rpfilter.
 */
public final class RpfilterMatch {

  /** That an answer may leave by any interface. */
  public static final OptionSpec<Flag> LOOSE = OptionSpec.flag("--loose");

  /** That the packet's mark takes part in looking for the answer's route. */
  public static final OptionSpec<Flag> VALIDMARK = OptionSpec.flag("--validmark");

  /** That an address of this machine is accepted as its source. */
  public static final OptionSpec<Flag> ACCEPT_LOCAL = OptionSpec.flag("--accept-local");

  /** That packets which fail are meant. */
  public static final OptionSpec<Flag> INVERT = OptionSpec.flag("--invert");

  private RpfilterMatch() {}

  /** The extension; places: net/ipv4/netfilter/ipt_rpfilter.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("rpfilter", LOOSE, VALIDMARK, ACCEPT_LOCAL, INVERT)
            .inTables("raw", "mangle")
            .atHooks("PREROUTING"));
  }

  /**
   * Whether an answer would leave by where it came in; rpfilter_mt in
   * net/ipv4/netfilter/ipt_rpfilter.c and net/ipv6/netfilter/ip6t_rpfilter.c. What comes in by lo
   * passes; which route others would take is not known.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth passes = Truth.of(!given.has(INVERT));
    boolean local = given.has(ACCEPT_LOCAL);
    return packet -> {
      Address source = packet.source();
      if (packet.inInterface().equals("lo")) {
        return passes;
      }
      if (source == null) {
        return Truth.UNKNOWN;
      }
      if (source.family() == Family.IPV6 && source.isZero()) {
        return passes;
      }
      boolean own = packet.machine().isOfType(source, AddressType.LOCAL, "") == Truth.YES;
      return own && !local ? passes.not() : Truth.UNKNOWN;
    };
  }
}
