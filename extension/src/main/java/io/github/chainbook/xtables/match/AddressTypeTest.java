package io.github.chainbook.xtables.match;

import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.packet.MachineView;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import java.util.List;
import java.util.Set;

/**
 * Asks of which type an address is; net/netfilter/xt_addrtype.c.
 *
 * @param ofAddress the types which the address itself tells, all of which it must have: IPv6 only
 * @param ofRoutes the types which the machine's routing tables tell, one of which it must have
 */
record AddressTypeTest(List<AddressType> ofAddress, List<AddressType> ofRoutes) {

  private static final Set<AddressType> TOLD_BY_IPV6 =
      Set.of(AddressType.MULTICAST, AddressType.UNICAST, AddressType.UNSPEC);

  /** The test for these types; none accepts every address. */
  static AddressTypeTest of(Set<AddressType> types, Family family) {
    boolean isIpv6 = family == Family.IPV6;
    return new AddressTypeTest(
        types.stream().filter(type -> isIpv6 && TOLD_BY_IPV6.contains(type)).toList(),
        types.stream().filter(type -> !isIpv6 || !TOLD_BY_IPV6.contains(type)).toList());
  }

  /**
   * Whether the address is of such a type, or is not.
   *
   * @param device the interface whose addresses alone count; empty for all
   */
  Truth test(Address address, MachineView machine, String device, boolean negated) {
    if (ofAddress.isEmpty() && ofRoutes.isEmpty()) {
      return Truth.YES;
    }
    if (address == null) {
      return Truth.UNKNOWN;
    }
    for (AddressType type : ofAddress) {
      if (!has(address, type)) {
        return Truth.of(negated);
      }
    }
    Truth found = Truth.of(ofRoutes.isEmpty());
    for (AddressType type : ofRoutes) {
      if (found == Truth.YES) {
        break;
      }
      found = found.or(machine.isOfType(address, type, device));
    }
    return found.not(negated);
  }

  // __ipv6_addr_type in net/ipv6/addrconf_core.c: neither :: nor an IPv4 address in IPv6 form is
  // unicast.
  private static boolean has(Address address, AddressType type) {
    boolean isMulticast = address.high() >>> 56 == 0xFF;
    return switch (type) {
      case MULTICAST -> isMulticast;
      case UNSPEC -> address.isZero();
      default ->
          !isMulticast
              && !address.isZero()
              && (address.high() != 0 || address.low() >>> 32 != 0xFFFF);
    };
  }
}
