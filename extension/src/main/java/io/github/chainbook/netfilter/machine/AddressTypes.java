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
        : ipv6Type(address, type, onInterface, packet);
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

  // ipv6_chk_addr of net/ipv6/addrconf.c: what routes alone lead here for is no interface's.
  private String owner(Address address, PathHint packet) {
    return interfaces.areKnown()
        ? interfaces.ownerOf(address)
        : routing.localDevice(address, packet);
  }

  // match_lookup_rt6 of net/netfilter/xt_addrtype.c: the route is looked for by that interface.
  private Truth ipv6Type(Address address, AddressType type, String onInterface, PathHint packet) {
    if (type != AddressType.LOCAL && type != AddressType.UNREACHABLE) {
      return Truth.of(type == AddressType.UNICAST);
    }
    RouteQuery query = new RouteQuery(null, address, KnownBits.of(0), "", packet);
    boolean any = onInterface.isEmpty();
    Route route = any ? routing.output(query) : routing.outputBy(query, onInterface);
    if (type == AddressType.UNREACHABLE) {
      return Truth.of(route.type() == Route.Type.NONE);
    }
    boolean local =
        any
            ? route.type() == Route.Type.LOCAL
            : route.type() != Route.Type.NONE && onInterface.equals(owner(address, packet));
    return local || isForeign(address, packet) ? Truth.of(local) : Truth.UNKNOWN;
  }
}
