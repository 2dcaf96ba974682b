package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.AddressType;
import java.util.List;
import java.util.Optional;

/** The machine or network namespace that a packet is on, as far as it is known. */
public interface MachineView {

  /**
   * Whether all that it has was given, as for the cases of the command line, so that what nothing
   * was said of is not there: no IPsec policy, no bridge, realm 0, device group 0. Else such things
   * are unknown.
   */
  boolean isComplete();

  /** Whether it is the nft back end of iptables that loaded the rules. */
  boolean isNft();

  /**
   * Whether the routing tables say this of an address; include/net/route.h, inet_addr_type.
   *
   * @param onInterface the interface whose addresses alone count; empty for all
   */
  Truth isOfType(Address address, AddressType type, String onInterface);

  /**
   * Whether the routing tables lead an answer back the way that the packet came; UNKNOWN where they
   * are not known.
   */
  Truth leadsBack(ReverseQuery query);

  /** The addresses of an interface in the order in which they were added; empty if not known. */
  List<Address> addressesOf(String name);

  /**
   * Whether a socket waits there that a packet to this address would find.
   *
   * @param port below 0 where it is not known
   * @param transparent whether it must be one with IP_TRANSPARENT
   * @param wildcard whether a socket bound to all addresses counts
   */
  Truth listens(int protocol, Address address, int port, boolean transparent, boolean wildcard);

  /** The set of this name; empty where nothing is known of it. */
  Optional<SetView> set(String name);
}
