package io.github.chainbook.netfilter.machine;

import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.packet.Truth;
import io.github.chainbook.xtables.value.Address;
import io.github.chainbook.xtables.value.Mark;
import java.util.function.Function;

/**
 * What routing looks at.
 *
 * @param source where the packet comes from; null where not known
 * @param destination where it goes; null where not known
 * @param marked whether its mark has these bits; UNKNOWN where what is not known of it decides
 * @param in the interface that it came in by; empty for what this machine sends
 * @param packet the path and interfaces that its description gives
 */
public record RouteQuery(
    Address source, Address destination, Function<Mark, Truth> marked, String in, PathHint packet) {

  /**
   * What a packet's description says of its way.
   *
   * @param inbound whether it is for this machine
   * @param in the interface it comes in by
   * @param out the interface it leaves by
   * @param source where it comes from, as it was sent
   * @param destination where it goes to, as it was sent
   * @param outbound whether this machine sends it
   */
  public record PathHint(
      boolean inbound,
      boolean outbound,
      String in,
      String out,
      Address source,
      Address destination) {}

  /** What routing looks at, of a packet of whose mark these bits are known. */
  public RouteQuery(
      Address source, Address destination, KnownBits mark, String in, PathHint packet) {
    this(source, destination, mark::has, in, packet);
  }

  /** The same without a source: sockets look for a route before they have one. */
  public RouteQuery withoutSource() {
    return new RouteQuery(null, destination, marked, in, packet);
  }
}
