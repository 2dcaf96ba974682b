package io.github.chainbook.xtables.packet;

import io.github.chainbook.xtables.value.Address;

/**
 * What {@code -m rpfilter} asks the routing tables: where an answer would leave.
 *
 * @param source where the packet comes from, which is where the answer goes
 * @param destination where the packet goes to
 * @param mark the mark that rules of routing see
 * @param in the interface that the packet came in by
 * @param loose whether the answer may leave by any interface
 * @param local whether the packet may come from an address of this machine
 */
public record ReverseQuery(
    Address source, Address destination, KnownBits mark, String in, boolean loose, boolean local) {}
