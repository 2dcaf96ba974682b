package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.Options;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;

/** What TPROXY does to packets; tproxy_tg4 and tproxy_tg6_v1 in net/netfilter/xt_TPROXY.c. */
final class TproxyAction implements PacketAction {

  private static final long GLOBAL_MASK = 0xFFC0_0000_0000_0000L;
  private static final long LINK_LOCAL = 0xFE80_0000_0000_0000L;

  private final int port;
  private final Address address;
  private final Mark mark;

  TproxyAction(Options given) {
    port = given.get(TproxyTarget.ON_PORT, 0);
    address = given.get(TproxyTarget.ON_IP).filter(ip -> !ip.isZero()).orElse(null);
    mark = given.get(TproxyTarget.TPROXY_MARK).orElse(new Mark(0, 0));
  }

  @Override
  public Fate apply(PacketEdit packet) {
    if (packet.fragmentOffset() != 0) {
      return Fate.DROP;
    }
    if (packet.hasFoundSocket() && !packet.isFoundSocketTransparent()) {
      return Fate.DROP;
    }
    Address to = address == null ? local(packet) : address;
    boolean known = port != 0 || packet.isKnown(Field.DESTINATION_PORT);
    int number = port != 0 ? port : known ? (int) packet.number(Field.DESTINATION_PORT) : -1;
    Truth listens = listens(packet, to, number);
    boolean found =
        listens == Truth.UNKNOWN
            ? packet.suppose("a socket takes what TPROXY sends to port " + portWords())
            : listens == Truth.YES;
    if (!found) {
      return Fate.DROP;
    }
    packet.giveToSocket(to, number);
    Marks.change(packet, mark);
    return Fate.ACCEPT;
  }

  private String portWords() {
    return port == 0 ? "of its destination" : String.valueOf(port);
  }

  private static Truth listens(PacketEdit packet, Address to, int number) {
    return to == null || number < 0
        ? Truth.UNKNOWN
        : packet.machine().listens(packet.protocol(), to, number, true, true);
  }

  // nf_tproxy_laddr4 takes an interface's first address; the list that nf_tproxy_laddr6 goes
  // through has the newest of the widest scope at its front: ipv6_link_dev_addr.
  private static Address local(PacketEdit packet) {
    Address best = null;
    boolean known = false;
    for (Address own : packet.machine().addressesOf(packet.inInterface())) {
      known = true;
      if (own.family() == packet.family()) {
        boolean first = best == null;
        boolean wider = own.family() == Family.IPV6 && (isGlobal(own) || !first && !isGlobal(best));
        best = first || wider ? own : best;
      }
    }
    if (best != null) {
      return best;
    }
    return known || packet.machine().isComplete() ? packet.destination() : null;
  }

  private static boolean isGlobal(Address address) {
    return (address.high() & GLOBAL_MASK) != LINK_LOCAL;
  }
}
