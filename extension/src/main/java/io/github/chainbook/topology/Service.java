package io.github.chainbook.topology;

import io.github.chainbook.xtables.value.Address;
import java.util.List;

/**
 * A name and an address that stand for several places. Rules of a node may do that; where none do,
 * it is done on the way, behind the sender.
 *
 * @param name its name
 * @param addresses its addresses
 * @param endpoints the places that it stands for; the port of one without is that of the connection
 */
public record Service(String name, List<Address> addresses, List<Place> endpoints) {

  public Service {
    addresses = List.copyOf(addresses);
    endpoints = List.copyOf(endpoints);
  }
}
