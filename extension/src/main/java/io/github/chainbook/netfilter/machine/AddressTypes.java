package io.github.chainbook.netfilter.machine;

import io.github.chainbook.netfilter.machine.RouteQuery.PathHint;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;

/** What routing says of addresses, for {@code -m addrtype}: net/netfilter/xt_addrtype.c. */
final class AddressTypes {

  private final Interfaces interfaces;
  private final Routing routing;

  AddressTypes(Interfaces interfaces, Routing routing) {
    this.interfaces = interfaces;
    this.routing = routing;
  }

  /**
   * Whether an address is of this type.
   *
   * @param onInterface the interface whose addresses alone count; empty for all
   * @param packet the packet that asks
   */
  Truth isOfType(Address address, AddressType type, String onInterface, PathHint packet) {
    AddressType plain = plainType(address);
    if (plain != null) {
      return Truth.of(plain == type);
    }
    return address.family() == Family.IPV4
        ? ipv4Type(address, type, onInterface, packet)
        : ipv6Type(address, type, packet);
  }

  // __inet_dev_addr_type of net/ipv4/fib_frontend.c, ipv6_addr_type of net/ipv6/addrconf_core.c.
  private static AddressType plainType(Address address) {
    if (address.family() == Family.IPV6) {
      return address.isZero()
          ? AddressType.UNSPEC
          : SpecialAddresses.isMulticast(address) ? AddressType.MULTICAST : null;
    }
    if (SpecialAddresses.isZeroNet(address) || SpecialAddresses.isBroadcast(address)) {
      return AddressType.BROADCAST;
    }
    return SpecialAddresses.isMulticast(address) ? AddressType.MULTICAST : null;
  }

  private Truth ipv4Type(Address address, AddressType type, String onInterface, PathHint packet) {
    AddressType found = AddressType.UNICAST;
    String device = routing.localDevice(address, packet);
    if (device != null) {
      found = AddressType.LOCAL;
    } else {
      device = interfaces.broadcastDevice(address);
      found = device != null ? AddressType.BROADCAST : found;
    }
    if (!onInterface.isEmpty() && !onInterface.equals(device)) {
      found = AddressType.UNICAST;
    }
    if (device == null && !isForeign(address, packet)) {
      boolean possible =
          type == AddressType.UNICAST || type == AddressType.LOCAL || type == AddressType.BROADCAST;
      return possible ? Truth.UNKNOWN : Truth.NO;
    }
    return Truth.of(found == type);
  }

  // An address is known to be none of this machine's where its addresses are known, or where a
  // packet leaves to it.
  private boolean isForeign(Address address, PathHint packet) {
    boolean leaves = !packet.inbound() && !"lo".equals(packet.out());
    return interfaces.areKnown() || leaves && address.equals(packet.destination());
  }

  private Truth ipv6Type(Address address, AddressType type, PathHint packet) {
    return switch (type) {
      case UNICAST -> Truth.YES;
      case LOCAL -> {
        Route route = routing.output(new RouteQuery(null, address, KnownBits.of(0), "", packet));
        boolean local = route.type() == Route.Type.LOCAL;
        yield local || isForeign(address, packet) ? Truth.of(local) : Truth.UNKNOWN;
      }
      case UNREACHABLE -> {
        Route route = routing.output(new RouteQuery(null, address, KnownBits.of(0), "", packet));
        yield Truth.of(route.type() == Route.Type.NONE);
      }
      default -> Truth.NO;
    };
  }
}
