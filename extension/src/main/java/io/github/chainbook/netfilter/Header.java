package io.github.chainbook.netfilter;

import io.github.chainbook.xtables.packet.KnownBits;
import io.github.chainbook.xtables.value.Address;

/**
 * Where a packet comes from and goes to, and its marks, at one moment.
 *
 * @param source null where not known
 * @param destination null where not known
 * @param sourcePort -1 where there is none, -2 where it is not known
 * @param destinationPort as {@code sourcePort}
 * @param markBits what is known of its mark
 * @param tos -2 where not known
 * @param ttl -2 where not known
 * @param in the interface; null for none
 * @param out the interface; null for none
 */
public record Header(
    Address source,
    Address destination,
    int sourcePort,
    int destinationPort,
    KnownBits markBits,
    int tos,
    int ttl,
    String in,
    String out) {

  /** What stands for a number that is not known. */
  public static final int NOT_KNOWN = -2;

  /** What stands for a port of a protocol that has none. */
  public static final int NO_PORT = -1;

  /** Its mark, 32 bits without sign; -2 where it is not known as a whole. */
  public long mark() {
    long number = markBits.number();
    return number < 0 ? NOT_KNOWN : number;
  }

  /** Where it comes from. */
  public Endpoint from() {
    return new Endpoint(source, sourcePort);
  }

  /** Where it goes to. */
  public Endpoint to() {
    return new Endpoint(destination, destinationPort);
  }
}
