package io.github.chainbook.xtables.target;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.Fate;
import io.github.chainbook.xtables.packet.Field;
import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.NumberSet;
import io.github.chainbook.xtables.packet.PacketAction;
import io.github.chainbook.xtables.packet.PacketEdit;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import io.github.chainbook.xtables.value.RejectReply;
import java.util.List;

/**
 * What REJECT does to packets; nf_reject_ipv4.c and nf_reject_ipv6.c in the kernel's {@code
 * net/ipv4/netfilter} and {@code net/ipv6/netfilter}, and icmp_send. All are dropped, but not all
 * are answered.
 */
final class RejectAction implements PacketAction {

  private static final int TCP = 6;
  private static final int RST = 4;

  /** What icmp_pointers of net/ipv4/icmp.c calls errors, and the types that it does not know. */
  private static final NumberSet ERRORS =
      NumberSet.union(List.of(NumberSet.of(3, 5), NumberSet.of(11, 12), NumberSet.of(19, 255)));

  private static final NumberSet ERRORS_6 = NumberSet.of(0, 127);

  private final RejectReply reply;

  RejectAction(RejectReply reply) {
    this.reply = reply;
  }

  @Override
  public Fate apply(PacketEdit packet) {
    if (isAnswered(packet)) {
      packet.answer(reply.word());
    }
    return Fate.REJECT;
  }

  private boolean isAnswered(PacketEdit packet) {
    if (packet.fragmentOffset() != 0
        || packet.hasBadChecksum() == Truth.YES
        || packet.isPacketType("unicast") == Truth.NO
        || isToMany(packet)) {
      return false;
    }
    if (reply.isReset()) {
      boolean reset =
          packet.isKnown(Field.TCP_FLAGS) && (packet.number(Field.TCP_FLAGS) & RST) != 0;
      return packet.protocol() == TCP && !reset;
    }
    NumberSet errors = packet.family() == Family.IPV4 ? ERRORS : ERRORS_6;
    return !packet.has(Field.ICMP_TYPE) || packet.within(Field.ICMP_TYPE, errors) != Truth.YES;
  }

  private static boolean isToMany(PacketEdit packet) {
    Address to = packet.destination();
    MachineView machine = packet.machine();
    return to != null
        && (machine.isOfType(to, AddressType.MULTICAST, "") == Truth.YES
            || to.family() == Family.IPV4
                && machine.isOfType(to, AddressType.BROADCAST, "") == Truth.YES);
  }
}
