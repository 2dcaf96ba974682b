package io.github.chainbook.figure.deployment;

import io.github.chainbook.figure.Line;
import java.util.List;

/**
 * A part of the figure that holds lines.
 *
 * @param number its number in the figure, from 0
 * @param kind what it is, which decides its look
 * @param flow the place among the figure's flows, from 1, of the one that it belongs to; 0 if it
 *     belongs to none
 * @param lines what it says
 */
public record Block(int number, Kind kind, int flow, List<Line> lines) implements Part {

  /** What a block is. */
  public enum Kind {
    /** What a group is called. */
    TITLE,
    /** A process, with the listening socket that a flow comes to. */
    PROCESS,
    /** A process that opens connections because of those it accepts. */
    PROXY,
    /** A hook at which rules did something. */
    NETFILTER,
    /** Rules that let a packet pass as it is. */
    PASSING,
    /** An interface by which packets come in, or of a link that no flow uses. */
    DEVICE,
    /** What joins interfaces of namespaces, with all that goes over it. */
    LINK,
    /** A service that is replaced by one of its endpoints. */
    SERVICE,
    /** What a flow is called, where there are several; without a flow what other lines are. */
    LEGEND,
    /** A hop of a flow. */
    HOP,
    /** Where a flow ends that does not arrive: it is dropped, refused or lost. */
    END,
    /** Where a flow leaves for what nobody declared. */
    LEAVES,
    /** From where on nobody knows how a flow goes on. */
    UNKNOWN
  }

  public Block {
    lines = List.copyOf(lines);
  }
}
