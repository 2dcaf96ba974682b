package io.github.chainbook.topology.reading;

import io.github.chainbook.netfilter.machine.InterfaceAddress;
import io.github.chainbook.text.Position;
import io.github.chainbook.topology.Link;
import io.github.chainbook.xtables.Family;
import io.github.chainbook.xtables.value.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that an address is one interface's among those that hear each other. Elsewhere it may be
 * there again, as private addresses are; interfaces without a link all hear each other.
 */
final class Addresses {

  /** What interfaces hear that are on no link. */
  private static final Link NO_LINK = new Link("", List.of());

  /**
   * An address that was given by hand.
   *
   * @param namespace whose it is
   * @param device by which interface
   * @param address which it is
   * @param position where it was given
   */
  record Given(String namespace, String device, InterfaceAddress address, Position position) {

    String owner() {
      return namespace + "/" + device;
    }
  }

  private record Heard(Link link, Address address) {}

  private Addresses() {}

  static void check(List<Given> given, List<Link> links, Findings findings) {
    Map<Link.End, Link> linkOf = new HashMap<>();
    links.forEach(link -> link.ends().forEach(end -> linkOf.put(end, link)));
    Map<Heard, Given> first = new HashMap<>();
    for (Given one : given) {
      Link link = linkOf.getOrDefault(new Link.End(one.namespace(), one.device()), NO_LINK);
      Address address = one.address().address();
      Given other = first.putIfAbsent(new Heard(link, address), one);
      boolean wrong =
          other != null && (one.owner().equals(other.owner()) || !isOfOneMachine(one, other));
      if (wrong && !isOfLink(address) && !isOfLoopback(one, other)) {
        findings.error(
            "topology-address",
            one.position(),
            "expected an address that no other interface here has, found "
                + address
                + " of "
                + other.owner()
                + " again");
      }
    }
  }

  // The kernel lets two interfaces of one machine have the same address.
  private static boolean isOfOneMachine(Given one, Given other) {
    return one.namespace().equals(other.namespace());
  }

  // Nobody asks others for it: several machines may answer for the same service.
  private static boolean isOfLoopback(Given one, Given other) {
    return one.device().equals("lo") || other.device().equals("lo");
  }

  // fe80::/10 is for each link again; RFC 4291.
  private static boolean isOfLink(Address address) {
    return address.family() == Family.IPV6 && address.high() >>> 54 == 0x3FA;
  }
}
