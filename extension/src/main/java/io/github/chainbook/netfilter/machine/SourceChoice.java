package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.ArrayList;
import java.util.List;

/** Which of a machine's addresses a packet gets that has none: MASQUERADE and REDIRECT. */
final class SourceChoice {

  private final Interfaces interfaces;

  SourceChoice(Interfaces interfaces) {
    this.interfaces = interfaces;
  }

  /**
   * The address that a connection of this machine comes from: that of its route, else the one that
   * fib_info_update_nhc_saddr of net/ipv4/fib_semantics.c or ip6_route_get_saddr of
   * net/ipv6/route.c choose. What is for this machine comes from where it goes to.
   *
   * @return null where the machine has none
   */
  Address ofConnection(Route route, Address destination, RouteQuery.PathHint hint) {
    if (route.source().isPresent()) {
      return route.source().get();
    }
    if (route.type() == Route.Type.LOCAL) {
      return destination;
    }
    return destination.family() == Family.IPV6
        ? ipv6(route.device(), destination, hint)
        : ipv4(route.device(), route.gateway().orElse(null), hint);
  }

  /**
   * The address that MASQUERADE takes: inet_select_addr of net/ipv4/devinet.c with the universe as
   * scope, or ipv6_dev_get_saddr of net/ipv6/addrconf.c.
   *
   * @param nextHop the gateway, or the destination
   * @param hint the packet's path, whose interfaces exist
   * @return null where the machine has none
   */
  Address ofOutgoing(String device, Address nextHop, RouteQuery.PathHint hint) {
    return nextHop.family() == Family.IPV6
        ? ipv6(device, nextHop, hint)
        : ipv4(device, nextHop, hint);
  }

  // Without a next hop the interface's first address will do.
  private Address ipv4(String device, Address nextHop, RouteQuery.PathHint hint) {
    Address first = null;
    for (InterfaceAddress own : primaries(interfaces.of(device))) {
      if (nextHop != null && own.isOnSubnetOf(nextHop)) {
        return own.address();
      }
      first = first == null ? own.address() : first;
    }
    if (first != null) {
      return first;
    }
    for (String name : others(hint)) {
      List<InterfaceAddress> found = primaries(interfaces.of(name));
      if (!found.isEmpty()) {
        return found.get(0).address();
      }
    }
    return null;
  }

  private List<String> others(RouteQuery.PathHint hint) {
    List<String> names = new ArrayList<>(interfaces.given().keySet());
    List<String> made = new ArrayList<>(List.of(hint.in(), hint.out()));
    made.sort(null);
    made.stream().filter(name -> !name.isEmpty() && !names.contains(name)).forEach(names::add);
    return names;
  }

  // Addresses that are global; a second one of the same network is secondary.
  private static List<InterfaceAddress> primaries(List<InterfaceAddress> all) {
    List<InterfaceAddress> primary = new ArrayList<>();
    for (InterfaceAddress one : all) {
      boolean usable =
          one.address().family() == Family.IPV4 && !SpecialAddresses.isLoopback(one.address());
      boolean secondary =
          primary.stream()
              .anyMatch(p -> p.length() == one.length() && p.isOnSubnetOf(one.address()));
      if (usable && !secondary) {
        primary.add(one);
      }
    }
    return primary;
  }

  private Address ipv6(String device, Address to, RouteQuery.PathHint hint) {
    boolean onlyThere =
        SpecialAddresses.isLinkLocal(to)
            || SpecialAddresses.isLoopback(to)
            || SpecialAddresses.isMulticast(to);
    Address best = null;
    long bestScore = Long.MIN_VALUE;
    for (String name : others(hint)) {
      if (onlyThere && !name.equals(device)) {
        continue;
      }
      List<InterfaceAddress> newestFirst = new ArrayList<>(interfaces.of(name));
      java.util.Collections.reverse(newestFirst);
      for (InterfaceAddress own : newestFirst) {
        Address address = own.address();
        if (address.family() == Family.IPV6) {
          long score = score(own, to, name.equals(device));
          if (score > bestScore) {
            best = address;
            bestScore = score;
          }
        }
      }
    }
    return best;
  }

  // RFC 6724, section 5: the same address, scope, interface, label, longest prefix. Of equals the
  // newest.
  private static long score(InterfaceAddress own, Address to, boolean outgoing) {
    Address address = own.address();
    int wanted = scope(to);
    int scope = scope(address);
    long fit = scope >= wanted ? 100 - scope : scope;
    return (address.equals(to) ? 1L << 40 : 0)
        + (fit << 20)
        + (outgoing ? 1 << 16 : 0)
        + (label(address) == label(to) ? 1 << 12 : 0)
        + Math.min(commonBits(address, to), own.length());
  }

  // ip6addrlbl_init_table of net/ipv6/addrlabel.c.
  private static int label(Address address) {
    long high = address.high();
    if (SpecialAddresses.isLoopback(address)) {
      return 0;
    }
    if (high == 0 && address.low() >>> 32 == 0) {
      return 3;
    }
    if (high == 0 && address.low() >>> 32 == 0xFFFF) {
      return 4;
    }
    if (high >>> 57 == 0xFC >> 1) {
      return 5;
    }
    if (high >>> 48 == 0x2002) {
      return 2;
    }
    if (high >>> 32 == 0x20010000L) {
      return 6;
    }
    return high >>> 36 == 0x2001001L ? 7 : 1;
  }

  // That of no address is below all.
  private static int scope(Address address) {
    if (SpecialAddresses.isLoopback(address) || address.isZero()) {
      return address.isZero() ? 0 : 1;
    }
    return SpecialAddresses.isLinkLocal(address) ? 2 : 14;
  }

  private static int commonBits(Address a, Address b) {
    int high = Long.numberOfLeadingZeros(a.high() ^ b.high());
    return high < 64 ? high : 64 + Long.numberOfLeadingZeros(a.low() ^ b.low());
  }

  /**
   * The address that REDIRECT takes for what came in: the first of the interface
   * (nf_nat_redirect_ipv4), or the newest global one, a link-local one for a link-local destination
   * (nf_nat_redirect_ipv6); net/netfilter/nf_nat_redirect.c.
   *
   * @return null where the interface has none
   */
  Address ofIncoming(String device, Address destination) {
    Address found = null;
    for (InterfaceAddress own : interfaces.of(device)) {
      Address address = own.address();
      if (address.family() != destination.family()) {
        continue;
      }
      if (address.family() == Family.IPV4) {
        return address;
      }
      int wanted = SpecialAddresses.narrowScope(destination);
      int has = SpecialAddresses.narrowScope(address);
      // Global addresses stand first in the kernel's list, of those the newest.
      boolean better = found == null || has == 0 || SpecialAddresses.narrowScope(found) != 0;
      if (wanted == 0 ? better : wanted == has) {
        found = address;
      }
    }
    return found;
  }
}
