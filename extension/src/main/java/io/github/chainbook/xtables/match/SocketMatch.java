package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Extension;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Flag;
import io.github.chainbook.xtables.OptionSpec;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.RuleContext;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketTest;
import io.github.chainbook.xtables.packet.PacketView;
import io.github.chainbook.xtables.packet.QuotedHeader;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.ConntrackState;
import java.util.List;

/**
 * {@code -m socket}: is there a socket that would take it? iptables-extensions(8), section socket.
 */
public final class SocketMatch {

  private static final int TCP = 6;
  private static final int UDP = 17;

  /** icmp_is_err in linux/icmp.h. */
  private static final NumberSet ERRORS =
      NumberSet.union(List.of(NumberSet.of(3, 5), NumberSet.of(11, 12)));

  private static final NumberSet ERRORS_6 = NumberSet.of(0, 127);

  /** That only transparent sockets count. */
  public static final OptionSpec<Flag> TRANSPARENT = OptionSpec.flag("--transparent");

  /** That sockets which listen at every address count too. */
  public static final OptionSpec<Flag> NOWILDCARD = OptionSpec.flag("--nowildcard");

  /** That the packet gets the socket's mark. */
  public static final OptionSpec<Flag> RESTORE_SKMARK = OptionSpec.flag("--restore-skmark");

  private SocketMatch() {}

  /** The extension; places: net/netfilter/xt_socket.c. */
  public static List<Extension> extensions() {
    return List.of(
        Extension.match("socket", TRANSPARENT, NOWILDCARD, RESTORE_SKMARK)
            .atHooks("PREROUTING", "INPUT"));
  }

  /** Whether a socket would take it; socket_match in net/netfilter/xt_socket.c. */
  public static PacketTest test(Options given, RuleContext rule) {
    boolean transparent = given.has(TRANSPARENT);
    boolean wildcard = given.has(NOWILDCARD);
    boolean restores = given.has(RESTORE_SKMARK);
    return packet -> {
      Truth found = find(packet, transparent, wildcard);
      // A socket that is only being made has no mark to restore.
      if (restores && found != Truth.NO && !packet.hasFoundSocket()) {
        if (found == Truth.YES && packet.machine().isComplete()) {
          packet.setMark(0);
        } else {
          packet.forget(Field.MARK);
        }
      }
      return found;
    };
  }

  private static Truth find(PacketView packet, boolean transparent, boolean wildcard) {
    int protocol = packet.protocol();
    if (protocol != TCP && protocol != UDP) {
      // An ICMP error is for the socket that sent the packet which it is about.
      return packet.has(Field.ICMP_TYPE) ? error(packet, transparent, wildcard) : Truth.NO;
    }
    // Packets of a connection find its own socket, of which nothing is known.
    boolean opens = packet.state() == ConntrackState.NEW;
    Address to = packet.destination();
    if (packet.hasFoundSocket() && packet.machine().isComplete()) {
      return Truth.of(!transparent || packet.isFoundSocketTransparent());
    }
    boolean known = packet.isKnown(Field.DESTINATION_PORT);
    if (to == null || !(known && opens) && !packet.machine().isComplete()) {
      return Truth.UNKNOWN;
    }
    if (packet.hasFoundSocket()) {
      return Truth.YES;
    }
    // Nobody looks for a socket where the packet has one already, and TPROXY takes no others.
    Truth taker = packet.hasTaker(wildcard);
    if (taker != null) {
      return taker;
    }
    int port = known ? (int) packet.number(Field.DESTINATION_PORT) : -1;
    return packet.machine().listens(protocol, to, port, transparent, wildcard);
  }

  // icmp_is_err and the types below 128 of ICMPv6; extract_icmp4_fields of
  // net/ipv4/netfilter/nf_socket_ipv4.c and extract_icmp6_fields of nf_socket_ipv6.c.
  private static Truth error(PacketView packet, boolean transparent, boolean wildcard) {
    Truth error =
        packet.within(Field.ICMP_TYPE, packet.family() == Family.IPV4 ? ERRORS : ERRORS_6);
    if (error != Truth.YES || !packet.machine().isComplete()) {
      return error == Truth.NO ? Truth.NO : Truth.UNKNOWN;
    }
    QuotedHeader quoted = QuotedHeader.of(packet);
    if (!quoted.isKnown()) {
      return Truth.UNKNOWN;
    }
    int protocol = quoted.protocol();
    if (protocol != TCP && protocol != UDP || quoted.source() == null || quoted.ports() < 0) {
      return Truth.NO;
    }
    int port = (int) (quoted.ports() >>> 16);
    return packet.machine().listens(protocol, quoted.source(), port, transparent, wildcard);
  }
}
