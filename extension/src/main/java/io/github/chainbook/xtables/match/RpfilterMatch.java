package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.ReverseQuery;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
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

  private static final long BROADCAST = 0xFFFFFFFFL;

  /** 224.0.0/24. */
  private static final long LINK_GROUPS = 0xE00000L;

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
   * passes, as does what has no address yet: of IPv6 always, of IPv4 where it is for all or for a
   * group of its link.
   */
  public static PacketTest test(Options given, RuleContext rule) {
    Truth passes = Truth.of(!given.has(INVERT));
    boolean loose = given.has(LOOSE);
    boolean local = given.has(ACCEPT_LOCAL);
    boolean marked = given.has(VALIDMARK);
    return packet -> {
      Address source = packet.source();
      if (packet.inInterface().equals("lo")) {
        return passes;
      }
      if (source == null) {
        return Truth.UNKNOWN;
      }
      if (hasNoAddressYet(source, packet.destination())) {
        return passes;
      }
      KnownBits mark = marked ? packet.mark() : KnownBits.of(0);
      ReverseQuery query =
          new ReverseQuery(source, packet.destination(), mark, packet.inInterface(), loose, local);
      return packet.machine().leadsBack(query).not(given.has(INVERT));
    };
  }

  private static boolean hasNoAddressYet(Address source, Address destination) {
    boolean ofLink =
        source.family() == Family.IPV6
            || destination != null
                && (destination.low() == BROADCAST || destination.low() >>> 8 == LINK_GROUPS);
    return source.isZero() && ofLink;
  }
}
