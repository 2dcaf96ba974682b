package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.NatRange;
import io.github.chainbook.xtables.value.Network;
import java.util.Optional;

/**
 * What a target of table nat asks for.
 *
 * @param kind what chooses the address
 * @param range the addresses and ports to choose from
 * @param network the network of NETMAP
 * @param random whether the port is chosen at random
 * @param persistent whether a client keeps its address
 */
public record NatRequest(
    Kind kind,
    Optional<NatRange> range,
    Optional<Network> network,
    boolean random,
    boolean persistent) {

  /** What chooses the address. */
  public enum Kind {
    /** The rule: a new source. */
    SOURCE,
    /** The rule: a new destination. */
    DESTINATION,
    /** REDIRECT: this machine. */
    REDIRECT,
    /** MASQUERADE: the outgoing interface. */
    MASQUERADE,
    /** NETMAP: the network's bits. */
    NETMAP
  }
}
