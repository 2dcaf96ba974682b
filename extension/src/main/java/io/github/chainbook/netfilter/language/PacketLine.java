package io.github.chainbook.netfilter.language;

import io.github.chainbook.netfilter.Packet;
import io.github.chainbook.text.Position;
import java.util.List;

/**
 * A packet as its author wrote it.
 *
 * @param number its number in its trace, from 1; lines that cannot be read are counted
 * @param position its line
 * @param packet the packet
 * @param claims what is claimed of it
 */
public record PacketLine(int number, Position position, Packet packet, List<Claimed> claims) {

  public PacketLine {
    claims = List.copyOf(claims);
  }
}
