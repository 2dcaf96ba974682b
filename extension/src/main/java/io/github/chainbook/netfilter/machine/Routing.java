package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.packet.ReverseQuery;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;

/** Decides where packets go. */
interface Routing {

  /** Where a packet goes that came in. */
  Route input(RouteQuery query);

  /** Where a packet goes that this machine sends. */
  Route output(RouteQuery query);

  /** The same, by routes of this interface alone; for IPv6. */
  Route outputBy(RouteQuery query, String device);

  /** Whether an answer would leave the way that a packet came in. */
  Truth leadsBack(ReverseQuery query, RouteQuery.PathHint packet);

  /** The interface that has this address as one of this machine; null for none. */
  String localDevice(Address address, RouteQuery.PathHint packet);
}
