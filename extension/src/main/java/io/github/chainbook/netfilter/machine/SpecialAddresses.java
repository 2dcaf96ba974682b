package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;

/**
 * Addresses that the kernel treats in a way of their own: ip_route_input_slow of net/ipv4/route.c,
 * ip6_rcv_core of net/ipv6/ip6_input.c and include/linux/in.h.
 */
public final class SpecialAddresses {

  private static final long BROADCAST = 0xFFFFFFFFL;
  private static final long ALL_SYSTEMS = 0xE0000001L;

  /** The address that a machine has for itself. */
  public static final Address LOOPBACK = Address.ipv4(0x7F000001L);

  private SpecialAddresses() {}

  /** 127/8 or ::1. */
  public static boolean isLoopback(Address address) {
    return address.family() == Family.IPV4
        ? address.low() >>> 24 == 127
        : address.high() == 0 && address.low() == 1;
  }

  /** 224/4 or ff00::/8. */
  public static boolean isMulticast(Address address) {
    return address.family() == Family.IPV4
        ? address.low() >>> 28 == 0xE
        : address.high() >>> 56 == 0xFF;
  }

  /** 224.0.0.1, the group that every machine is a member of. */
  public static boolean isAllSystems(Address address) {
    return address.family() == Family.IPV4 && address.low() == ALL_SYSTEMS;
  }

  /** 255.255.255.255. */
  public static boolean isBroadcast(Address address) {
    return address.family() == Family.IPV4 && address.low() == BROADCAST;
  }

  /** 0.0.0.0; the others of 0/8 are as any since Linux 5.3: ipv4_is_zeronet of linux/in.h. */
  public static boolean isZeroNet(Address address) {
    return address.family() == Family.IPV4 && address.isZero();
  }

  /** The scope of an IPv6 address that is not global: 1, 2 or 5 as in multicast; else 0. */
  static int narrowScope(Address address) {
    if (isMulticast(address)) {
      int scope = (int) (address.high() >>> 48) & 0xF;
      return scope == 1 || scope == 2 || scope == 5 ? scope : 0;
    }
    if (isLoopback(address)) {
      return 1;
    }
    return isLinkLocal(address) ? 2 : address.high() >>> 54 == 0x3FB ? 5 : 0;
  }

  /** fe80::/10. */
  public static boolean isLinkLocal(Address address) {
    return address.family() == Family.IPV6 && address.high() >>> 54 == 0x3FA;
  }

  /**
   * Whether a copy of what is sent there comes back to this machine: ip_mc_output of
   * net/ipv4/ip_output.c.
   */
  public static boolean comesBack(Route.Type type, Address destination) {
    boolean group = destination != null && destination.family() == Family.IPV4;
    return type == Route.Type.BROADCAST
        || group && (isBroadcast(destination) || destination.low() == ALL_SYSTEMS);
  }

  /** Whether only routes of the very interface lead to an address: rt6_need_strict of IPv6. */
  static boolean isOfOneLink(Address address) {
    return address != null
        && address.family() == Family.IPV6
        && (isLoopback(address) || isLinkLocal(address) || isMulticast(address));
  }

  /** Whether a sender has to say the interface too, as raw sockets without it do not find a way. */
  static boolean needsScope(Address address) {
    return address != null && address.family() == Family.IPV6 && isMulticast(address);
  }

  /** Whether no answer comes from an address, as it is that of many or of none. */
  static boolean isOfMany(Address address) {
    return isMulticast(address) || isBroadcast(address) || isZeroNet(address);
  }

  /** Whether an interface can be given this address. */
  static boolean mayBeGiven(Address address) {
    if (address.family() == Family.IPV6) {
      return !isMulticast(address) && !isLoopback(address);
    }
    int first = (int) (address.low() >>> 24);
    return first != 127 && first != 224 && first != 255 && first != 0;
  }

  /** Where a packet goes whose addresses alone decide it; null where they do not. */
  static Route input(Address source, Address destination, String in) {
    if (destination == null) {
      return null;
    }
    return destination.family() == Family.IPV4
        ? inputIpv4(source, destination)
        : inputIpv6(destination, in.equals("lo"));
  }

  private static Route inputIpv4(Address source, Address destination) {
    boolean nowhere = source != null && (isMulticast(source) || isBroadcast(source));
    if (isMulticast(destination)) {
      boolean joined = destination.low() == ALL_SYSTEMS;
      return joined && !nowhere ? delivered(Route.Type.MULTICAST) : Route.NOWHERE;
    }
    if (nowhere) {
      return Route.NOWHERE;
    }
    boolean bothNothing = source != null && source.isZero() && destination.isZero();
    if (isBroadcast(destination) || bothNothing) {
      return delivered(Route.Type.BROADCAST);
    }
    if (source != null && isZeroNet(source) || isZeroNet(destination)) {
      return Route.NOWHERE;
    }
    return null;
  }

  // The groups of which a router's interface always is a member.
  private static Route inputIpv6(Address destination, boolean loopback) {
    if (!isMulticast(destination)) {
      return null;
    }
    long scope = destination.high();
    long group = destination.low();
    boolean nodes = (scope == 0xFF01L << 48 || scope == 0xFF02L << 48) && group == 1;
    boolean routers = (scope == 0xFF01L << 48 || scope == 0xFF02L << 48) && group == 2;
    return nodes || routers || loopback ? delivered(Route.Type.MULTICAST) : Route.NOWHERE;
  }

  private static Route delivered(Route.Type type) {
    return new Route(type, "lo", java.util.Optional.empty());
  }
}
