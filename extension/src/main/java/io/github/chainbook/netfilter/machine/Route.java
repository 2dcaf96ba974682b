package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.value.Address;
import java.util.Optional;

/**
 * Where a packet goes.
 *
 * @param type what becomes of it
 * @param device the interface that it leaves by; {@code lo} for what stays here
 * @param gateway the next hop; empty where it is the destination itself
 * @param source the address that the route gives to what has none yet; empty where it says nothing
 */
public record Route(Type type, String device, Optional<Address> gateway, Optional<Address> source) {

  /** What becomes of a packet. */
  public enum Type {
    /** It is for this machine. */
    LOCAL,
    /** It is for all machines of a network. */
    BROADCAST,
    /** It is for a group. */
    MULTICAST,
    /** It is sent on. */
    UNICAST,
    /** Nothing leads there, or its addresses may not be. */
    NONE
  }

  /** A route that says nothing of the source. */
  public Route(Type type, String device, Optional<Address> gateway) {
    this(type, device, gateway, Optional.empty());
  }

  static final Route NOWHERE = new Route(Type.NONE, "", Optional.empty());
  public static final Route HERE = new Route(Type.LOCAL, "lo", Optional.empty());

  static Route through(String device) {
    return new Route(Type.UNICAST, device, Optional.empty());
  }

  /** To a group, by this interface; no interface leads to groups of {@code lo}. */
  static Route group(String device) {
    return device.equals("lo") ? NOWHERE : new Route(Type.MULTICAST, device, Optional.empty());
  }

  /** The same with this source for what has none yet. */
  Route from(Optional<Address> preferred) {
    return new Route(type, device, gateway, preferred);
  }

  /** Whether the packet is given to this machine, be it alone or with others. */
  public boolean isDelivered() {
    return type == Type.LOCAL || type == Type.BROADCAST || type == Type.MULTICAST;
  }
}
